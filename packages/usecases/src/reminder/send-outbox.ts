import { addMinutes, fromEpochMs, type Instant, toEpochMs } from "@luyue/core/civil-date";
import { isStepTrue } from "@luyue/core/reminder";
import type { StoredObligation } from "../contract/contract.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { listRecipients, recipientKey } from "./list-recipients.ts";
import type { OutboxEntry } from "./outbox-entry.ts";

/** What became of one attempt to deliver. */
export interface Delivered {
  readonly outcome: "delivered" | "retry" | "failed";
  readonly detail: string;
}

/** How messages get out: by mail or webhook, and when to try again (epoch milliseconds; none once it is given up). */
export interface Delivery {
  readonly deliver: (entry: OutboxEntry, tenant: Tenant) => Promise<Delivered>;
  readonly nextAttemptAt: (attempt: number, firstAt: number, now: number) => number | undefined;
}

/** While one sender works on an entry, others leave it alone this long; after a crash it is taken up again. */
const leaseMinutes = 2;

export type SendResult = "delivered" | "retry" | "failed" | "withdrawn" | "skipped";

/**
 * Sends one outbox entry. It is claimed first, so that two senders never send it at once; a reminder whose
 * obligation has moved or is done is withdrawn unsent; the answer stands on the entry. What was accepted but not
 * marked is sent again under the same id.
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
  if (await isStale(entry, tenant, store, now)) {
    const { wakeAt: _wakeAt, ...rest } = entry;
    return (await store.replaceOutbox(entry, { ...rest, state: "withdrawn" })) ? "withdrawn" : "skipped";
  }
  const claimed: OutboxEntry = { ...entry, wakeAt: addMinutes(now, leaseMinutes) };
  if (!(await store.replaceOutbox(entry, claimed))) return "skipped";
  const delivered = await tryToDeliver(claimed, tenant, delivery);
  const next = settle(claimed, delivered, runtime.now(), delivery);
  await store.replaceOutbox(claimed, next);
  return next.state === "pending" ? "retry" : next.state;
}

/** A delivery that throws has to be tried again like one that says so; else its entry would be for ever at its first attempt. */
async function tryToDeliver(entry: OutboxEntry, tenant: Tenant, delivery: Delivery): Promise<Delivered> {
  try {
    return await delivery.deliver(entry, tenant);
  } catch (error) {
    return { outcome: "retry", detail: error instanceof Error ? error.name : "unknown error" };
  }
}

function isDue(entry: OutboxEntry, now: Instant): boolean {
  return entry.state === "pending" && entry.wakeAt !== undefined && toEpochMs(entry.wakeAt) <= toEpochMs(now);
}

/** A reminder whose date has moved, whose obligation is done, gone or has caught up, or whose recipient has left; a webhook that was removed. */
async function isStale(
  entry: OutboxEntry,
  tenant: Tenant,
  store: TenantStore,
  now: Instant,
): Promise<boolean> {
  const { to, reminder } = entry;
  if (to.channel === "webhook" && !tenant.webhooks.some(({ id }) => id === to.endpointId)) return true;
  if (reminder === undefined) return false;
  const stored = await store.getObligation(entry.contractId, reminder.obligationKey);
  const { step, dueOn } = reminder;
  if (stored === undefined || !isStepTrue(stored.obligation, step, dueOn, now)) return true;
  // Minutes after the sweep its list of people holds; retries go on for days, in which somebody may have left.
  return entry.attempts.length > 0 && !(await isStillTold(entry, stored, tenant, store));
}

async function isStillTold(
  { to }: OutboxEntry,
  stored: StoredObligation,
  tenant: Tenant,
  store: TenantStore,
): Promise<boolean> {
  const [members, vendor] = await Promise.all([store.listMembers(), store.getVendorFile(stored.vendorId)]);
  const told = listRecipients(stored, { tenant, members, vendor });
  return told.some((each) => each.channel === to.channel && recipientKey(each) === recipientKey(to));
}

function settle(entry: OutboxEntry, delivered: Delivered, now: Instant, delivery: Delivery): OutboxEntry {
  const { wakeAt: _claim, ...rest } = entry;
  const attempts = [...entry.attempts, { at: now, outcome: delivered.outcome, detail: delivered.detail }];
  if (delivered.outcome !== "retry") return { ...rest, attempts, state: delivered.outcome };
  const next = delivery.nextAttemptAt(attempts.length, toEpochMs(entry.createdAt), toEpochMs(now));
  if (next === undefined) return { ...rest, attempts, state: "failed" };
  return { ...rest, attempts, wakeAt: fromEpochMs(next) };
}
