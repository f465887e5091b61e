import { normaliseAddress } from "@luyue/core/sign-in";
import { addDays, type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { deadlineOf } from "@luyue/core/obligation";
import { reminderRoles } from "@luyue/core/reminder";
import * as z from "zod";
import { contractNotFound } from "../contract/demand-contract.ts";
import type { StoredObligation } from "../contract/contract.ts";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { eachOf } from "../runtime/each-of.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { sealedToken } from "../runtime/sealed-token.ts";
import type { PageRequest, Platform, TenantStore, VendorStore } from "../runtime/store.ts";
import { demandOwnMember } from "./choose-reminders.ts";
import type { CalendarFeed, PersonalReminders } from "./personal-reminders.ts";

const mostFeeds = 10;

/** Under which address a person's feeds stand: a vendor's person has one for all agencies, under their id. */
async function ownAddress(actor: Actor, store: TenantStore): Promise<string> {
  if (actor.kind === "partner") return actor.id;
  return normaliseAddress((await demandOwnMember(actor, store)).email);
}

/**
 * A calendar of what is due, read by its address alone 日历订阅: of one contract, or of all that is the person's. Whoever has the
 * address reads the dates until it is revoked. Throws `conflict` for too many.
 */
export const createFeed = defineCommand({
  name: "feed.create",
  input: z.strictObject({
    contractId: z.string().min(1).max(64).optional(),
  }),
  permission: "reminder:own",
  async decide({ store, tenant, actor, runtime }, { contractId }) {
    const address = await ownAddress(actor, store);
    if (actor.kind === "member" && contractId !== undefined) {
      if ((await store.getContract(contractId)) === undefined) throw contractNotFound();
    }
    const before: PersonalReminders = (await store.getPersonal(address)) ?? { address, off: [] };
    const { feeds = [] } = before;
    if (feeds.length >= mostFeeds) {
      throw new DomainError("conflict", {
        zh: `每人最多${mostFeeds}个日历订阅`,
        en: `at most ${mostFeeds} calendars for one person`,
      });
    }
    const feed: CalendarFeed = {
      id: runtime.newId("cal"),
      ...(contractId === undefined ? {} : { contractId }),
      ...(actor.kind === "partner" ? { vendorId: actor.vendorId } : {}),
      createdAt: runtime.now(),
    };
    return {
      aggregate: { kind: "tenant", before: tenant, after: tenant },
      changes: [{ change: "putPersonal", personal: { ...before, feeds: [...feeds, feed] } }],
      answer: { ...showFeed(feed), path: feedPath({ tenantId: tenant.id, address, id: feed.id }, runtime) },
      subject: feed.id,
      recordAfter: showFeed(feed),
    };
  },
});

/** Ends a calendar: its address is nobody's from then on. Throws `notFound`. */
export const revokeFeed = defineCommand({
  name: "feed.revoke",
  input: z.strictObject({ id: z.string().max(64) }),
  permission: "reminder:own",
  async decide({ store, tenant, actor }, { id }) {
    const before = await store.getPersonal(await ownAddress(actor, store));
    const found = before?.feeds?.find((feed) => feed.id === id);
    if (before === undefined || found === undefined) throw noSuchFeed();
    const feeds = before.feeds?.filter((feed) => feed.id !== id) ?? [];
    return {
      aggregate: { kind: "tenant", before: tenant, after: tenant },
      changes: [{ change: "putPersonal", personal: { ...before, feeds } }],
      answer: { id },
      subject: id,
      recordBefore: showFeed(found),
    };
  },
});

function showFeed({ id, contractId, createdAt }: CalendarFeed) {
  return { id, contractId: contractId ?? null, createdAt };
}

/** The calendars of the actor's own, with where each is read. */
export async function listFeeds(store: TenantStore, actor: Actor, runtime: Pick<Runtime, "seal">) {
  demandPermission(actor, "reminder:own");
  const address = await ownAddress(actor, store);
  const { tenantId } = store;
  const { feeds = [] } = (await store.getPersonal(address)) ?? {};
  return feeds.map((feed) => ({
    ...showFeed(feed),
    path: feedPath({ tenantId, address, id: feed.id }, runtime),
  }));
}

/** Which calendar it is stands in its address, sealed. */
const feedToken = sealedToken(
  "calendar",
  z.strictObject({ tenantId: z.string().max(64), address: z.string().max(254), id: z.string().max(64) }),
);

function feedPath(name: Parameters<typeof feedToken.seal>[0], runtime: Pick<Runtime, "seal">): string {
  return `/v1/calendars/${feedToken.seal(name, runtime)}.ics`;
}

/** So far back and ahead a calendar goes, in days. */
const past = 90;
const ahead = 400;
const mostItems = 2000;

/** What stands in a calendar. Throws `notFound` for an address that is nobody's, any more or at all. */
export async function readFeed(
  token: string,
  { platform, runtime }: { readonly platform: Platform; readonly runtime: Runtime },
): Promise<{ readonly name: string; readonly items: readonly StoredObligation[] }> {
  const named = feedToken.open(token, runtime);
  if (named === undefined) throw noSuchFeed();
  const { tenantId, address, id } = named;
  const store = platform.tenant(tenantId);
  const personal = await store.getPersonal(address);
  const feed = personal?.feeds?.find((each) => each.id === id);
  if (feed === undefined) throw noSuchFeed();
  const today = civilDateOf(runtime.now());
  const range = { from: addDays(today, -past), to: addDays(today, ahead) };
  return feed.vendorId === undefined
    ? readMemberFeed(store, address, feed, range, runtime)
    : readPartnerFeed(platform.vendor(feed.vendorId), address, feed, range, runtime);
}

interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

async function readMemberFeed(
  store: TenantStore,
  address: string,
  { contractId }: CalendarFeed,
  days: Days,
  { now }: Pick<Runtime, "now">,
) {
  const [tenant, members] = await Promise.all([store.getTenant(), store.listMembers()]);
  const member = members.find(({ email }) => normaliseAddress(email) === address);
  if (tenant === undefined || member === undefined || member.roles.length === 0) throw noSuchFeed();
  const filter = { ...days, now: now() };
  const list = (page: PageRequest) =>
    contractId === undefined ? store.listDue(filter, page) : store.listContractDue(contractId, filter, page);
  const isTheirs = ({ obligation }: StoredObligation) =>
    contractId !== undefined || reminderRoles(obligation).some((role) => member.roles.includes(role));
  return { name: tenant.name, items: await collect(list, isTheirs) };
}

async function readPartnerFeed(
  store: VendorStore,
  userId: string,
  { contractId }: CalendarFeed,
  days: Days,
  { now }: Pick<Runtime, "now">,
) {
  const user = (await store.listUsers()).find(({ id }) => id === userId);
  if (user === undefined) throw noSuchFeed();
  const isTheirs = (stored: StoredObligation) => contractId === undefined || stored.contractId === contractId;
  const items = await collect((page) => store.listDue({ ...days, now: now() }, page), isTheirs);
  return { name: items[0]?.vendorName ?? user.name, items };
}

async function collect(
  list: Parameters<typeof eachOf<StoredObligation>>[0],
  isTheirs: (stored: StoredObligation) => boolean,
): Promise<readonly StoredObligation[]> {
  const items: StoredObligation[] = [];
  for await (const stored of eachOf(list)) {
    if (deadlineOf(stored.obligation) === undefined || !isTheirs(stored)) continue;
    items.push(stored);
    if (items.length === mostItems) break;
  }
  return items;
}

function noSuchFeed(): DomainError {
  return new DomainError("notFound", { zh: "找不到该日历订阅", en: "no such calendar" });
}
