import { normaliseAddress } from "@luyue/core/sign-in";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import type { Page, PageRequest, Platform, TenantStore } from "../runtime/store.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { DomainError } from "@luyue/core/error";
import { listColleagues } from "../partner/colleagues.ts";
import { demandOwnMember } from "./choose-reminders.ts";
import { type EntryName, entryKeyOf, type OutboxEntry } from "./outbox-entry.ts";

/** Whose messages are listed: a member's within the agency, a vendor's person's from all agencies. */
export interface Reader {
  readonly actor: Actor;
  readonly platform: Platform;
}

/** What one person was told of, the newest first, by whatever channel: their own list in the product 站内消息. */
export async function listNotifications(reader: Reader, page: PageRequest): Promise<Page<OutboxEntry>> {
  const { actor, platform } = reader;
  const address = await addressOf(reader);
  if (actor.kind === "partner") return platform.vendor(actor.vendorId).listSentTo(address, page);
  return ownStore(reader).listSentTo(address, page);
}

/** One of these messages, by the agency that it came from. */
export interface NotificationName extends EntryName {
  readonly tenantId: string;
}

/**
 * Marks messages of the reader's own as read; those that are read stay as they were first read. Throws `notFound` for one that is
 * somebody else's, and nothing is marked then.
 */
export async function readNotifications(
  reader: Reader,
  names: readonly NotificationName[],
  { now }: Pick<Runtime, "now">,
): Promise<number> {
  const address = await addressOf(reader);
  const found = await Promise.all(
    names.map(async ({ tenantId, contractId, key }) => {
      const store = reader.platform.tenant(tenantId);
      const entry = isOwnTenant(reader, tenantId) ? await store.getOutbox(contractId, key) : undefined;
      if (entry === undefined || !isOwn(entry, reader, address)) throw noSuchMessage();
      return { store, entry };
    }),
  );
  const unread = found.filter(({ entry }) => entry.readAt === undefined);
  for (const { store, entry } of unread) await markRead(store, entry, now());
  return unread.length;
}

/** A sender may be at work on the entry at this very moment: it is read again then. */
async function markRead(store: TenantStore, entry: OutboxEntry, at: string): Promise<void> {
  const mostTries = 5;
  let seen: OutboxEntry | undefined = entry;
  for (let tried = 0; tried < mostTries && seen !== undefined; tried += 1) {
    if (await store.replaceOutbox([{ seen, next: { ...seen, readAt: at } }])) return;
    seen = await store.getOutbox(entry.contractId, entryKeyOf(entry));
  }
  throw new DomainError("unavailable", { zh: "系统繁忙，请稍后重试", en: "busy; try again in a moment" });
}

function isOwnTenant({ actor }: Reader, tenantId: string): boolean {
  return actor.kind === "partner" || (actor.kind === "member" && actor.tenantId === tenantId);
}

function isOwn({ to, type }: OutboxEntry, { actor }: Reader, address: string): boolean {
  if (!("address" in to) || normaliseAddress(to.address) !== address || type.startsWith("letter."))
    return false;
  return actor.kind === "partner" ? to.vendorId === actor.vendorId : to.vendorId === undefined;
}

async function addressOf(reader: Reader): Promise<string> {
  const { actor, platform } = reader;
  demandPermission(actor, "reminder:own");
  if (actor.kind === "partner") {
    const user = (await listColleagues(actor, platform)).find(({ id }) => id === actor.id);
    if (user === undefined) throw noSuchMessage();
    return normaliseAddress(user.email);
  }
  return normaliseAddress((await demandOwnMember(actor, ownStore(reader))).email);
}

function ownStore({ actor, platform }: Reader): TenantStore {
  if (actor.kind !== "member") throw noSuchMessage();
  return platform.tenant(actor.tenantId);
}

function noSuchMessage(): DomainError {
  return new DomainError("notFound", { zh: "找不到该消息", en: "no such message" });
}
