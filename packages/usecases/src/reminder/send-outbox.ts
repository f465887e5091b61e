import { addMinutes, fromEpochMs, type Instant, toEpochMs } from "@luyue/core/civil-date";
import { afterQuiet } from "@luyue/core/reminder";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { addressNotice } from "./address-notice.ts";
import { bundleGathered } from "./bundle-gathered.ts";
import { isStale } from "./is-stale.ts";
import { noteOutcome } from "./note-outcome.ts";
import { type Attempt, type OutboxEntry, withdrawn } from "./outbox-entry.ts";
import { settingsOf } from "./settings-of.ts";

/** What became of one attempt to deliver; of a webhook with the receiver's status, the start of its answer, and the time in ms. */
export interface Delivered {
  readonly outcome: "delivered" | "retry" | "failed";
  readonly detail: string;
  readonly status?: number;
  readonly response?: string;
  readonly tookMs?: number;
  /** The receiver says that there will never be anybody there again. */
  readonly gone?: true;
}

/**
 * How messages get out, and when to try again (epoch milliseconds; none once it is given up). `parts` are what a bundle carries;
 * of any other entry there are none.
 */
export interface Delivery {
  readonly deliver: (entry: OutboxEntry, tenant: Tenant, parts: readonly OutboxEntry[]) => Promise<Delivered>;
  readonly nextAttemptAt: (attempt: number, firstAt: number, now: number) => number | undefined;
}

/** While one sender works on an entry, others leave it alone this long; after a crash it is taken up again. */
const leaseMinutes = 2;

/** `addressed`: it was made into an entry for each person; `bundled`: it waits in another that carries it. */
export type SendResult = "delivered" | "retry" | "failed" | "withdrawn" | "skipped" | "addressed" | "bundled";

/**
 * Sends one outbox entry. It is claimed first, so that two senders never send it at once; a reminder whose
 * obligation has moved or is done is withdrawn unsent; the answer stands on the entry. What was accepted but not
 * marked is sent again under the same id. What gathers goes out as one message with the others of its recipient.
 */
export async function sendOutbox(
  entryKey: string,
  contractId: string,
  store: TenantStore,
  delivery: Delivery,
  runtime: Runtime,
): Promise<SendResult> {
  const [entry, tenant] = await Promise.all([store.getOutbox(contractId, entryKey), store.getTenant()]);
  const now = runtime.now();
  if (entry === undefined || tenant === undefined || !isDue(entry, now)) return "skipped";
  if (entry.to.channel === "people") return addressNotice(entry, store, runtime);
  if (entry.gathers === true) {
    const alone = await bundleGathered(entry, tenant, store, runtime);
    if (alone !== true) return alone;
  }
  return sendOne(entry, tenant, store, delivery, runtime);
}

async function sendOne(
  entry: OutboxEntry,
  tenant: Tenant,
  store: TenantStore,
  delivery: Delivery,
  runtime: Runtime,
): Promise<SendResult> {
  const now = runtime.now();
  const { live, stale } = await readParts(entry, tenant, store, now);
  if (entry.parts === undefined ? await isStale(entry, tenant, store, now) : live.length === 0) {
    return (await store.replaceOutbox([entry, ...stale].map(withdraw))) ? "withdrawn" : "skipped";
  }
  const claimed: OutboxEntry = { ...entry, wakeAt: addMinutes(now, leaseMinutes) };
  if (!(await store.replaceOutbox([{ seen: entry, next: claimed }]))) return "skipped";
  const delivered = await tryToDeliver(claimed, tenant, live, delivery);
  const next = settle(claimed, delivered, tenant, delivery, runtime);
  const settled =
    next.state === "pending" ? [] : live.map((part) => ({ seen: part, next: endWith(part, next) }));
  await settleAll([{ seen: claimed, next }, ...settled, ...stale.map(withdraw)], store);
  await noteOutcome(next, delivered, { store, tenant, runtime });
  return next.state === "pending" ? "retry" : next.state;
}

/** The end of a bundle and of its parts; where a part has changed meanwhile (its person was erased) the others still end. */
async function settleAll(
  moves: readonly { readonly seen: OutboxEntry; readonly next: OutboxEntry }[],
  store: TenantStore,
): Promise<void> {
  if (await store.replaceOutbox(moves)) return;
  if (moves.length > 1) await Promise.all(moves.map((move) => store.replaceOutbox([move])));
}

/** What a bundle carries: what of it is still so, and what has been overtaken. */
async function readParts({ parts = [], id }: OutboxEntry, tenant: Tenant, store: TenantStore, now: Instant) {
  const live: OutboxEntry[] = [];
  const stale: OutboxEntry[] = [];
  const found = await Promise.all(parts.map(({ contractId, key }) => store.getOutbox(contractId, key)));
  for (const part of found) {
    if (part?.state !== "bundled" || part.bundledIn !== id) continue;
    if (await isStale(part, tenant, store, now)) stale.push(part);
    else live.push(part);
  }
  return { live, stale };
}

function withdraw(seen: OutboxEntry) {
  return { seen, next: withdrawn(seen) };
}

/** A part ends as what carried it. */
function endWith(part: OutboxEntry, { state, attempts }: OutboxEntry): OutboxEntry {
  return { ...part, state, attempts: [...part.attempts, ...attempts.slice(-1)] };
}

/** A delivery that throws has to be tried again like one that says so; else its entry would be for ever at its first attempt. */
async function tryToDeliver(
  entry: OutboxEntry,
  tenant: Tenant,
  parts: readonly OutboxEntry[],
  delivery: Delivery,
): Promise<Delivered> {
  try {
    return await delivery.deliver(entry, tenant, parts);
  } catch (error) {
    return { outcome: "retry", detail: error instanceof Error ? error.name : "unknown error" };
  }
}

function isDue(entry: OutboxEntry, now: Instant): boolean {
  return entry.state === "pending" && entry.wakeAt !== undefined && toEpochMs(entry.wakeAt) <= toEpochMs(now);
}

/** Nobody is written to in the night because a mail server was down in the evening; machines do not sleep. */
function settle(
  entry: OutboxEntry,
  delivered: Delivered,
  tenant: Tenant,
  delivery: Delivery,
  runtime: Runtime,
): OutboxEntry {
  const now = runtime.now();
  const { wakeAt: _claim, ...rest } = entry;
  const { gone: _gone, ...answer } = delivered;
  const attempt: Attempt = { at: now, ...answer };
  const attempts = [...entry.attempts, attempt];
  if (delivered.outcome !== "retry") return { ...rest, attempts, state: delivered.outcome };
  const next = delivery.nextAttemptAt(attempts.length, toEpochMs(entry.createdAt), toEpochMs(now));
  if (next === undefined) return { ...rest, attempts, state: "failed" };
  const at = fromEpochMs(next);
  const waits = entry.to.channel !== "webhook" && !isUrgent(entry);
  const wakeAt = waits ? afterQuiet(at, settingsOf(tenant), tenantCalendar(tenant, runtime)) : at;
  return { ...rest, attempts, wakeAt };
}

/** What runs by the minute, and what somebody needs to come in. */
function isUrgent({ type, reminder }: OutboxEntry): boolean {
  return reminder?.step.kind === "clock" || type.startsWith("letter.");
}
