import { addMinutes, type Instant, toEpochMs } from "@luyue/core/civil-date";
import {
  dayOfStep,
  latestStep,
  nextStep,
  policyFor,
  type ScheduledStep,
  stepKey,
} from "@luyue/core/reminder";
import type { StoredObligation } from "../contract/contract.ts";
import { refreshContract } from "../contract/refresh-contract.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { Platform, TenantStore, WakeKey } from "../runtime/store.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { sealRecord } from "../record/seal-record.ts";
import { buildMessage } from "./build-message.ts";
import { createEntry, type Timing } from "./create-entry.ts";
import { type Audience, listRecipients } from "./list-recipients.ts";
import { matterOf } from "./matter-of.ts";
import { entryKeyOf, type OutboxEntry, recipientKey } from "./outbox-entry.ts";
import { readAudience } from "./read-audience.ts";
import { recipientOf } from "./recipient-of.ts";
import { settingsOf } from "./settings-of.ts";

export interface SweepResult {
  readonly obligations: number;
  readonly reminders: number;
  readonly contracts: number;
  /** Tenants whose record was sealed. */
  readonly seals: number;
  readonly unsent: readonly WakeKey[];
  /** Wake-ups whose work threw; they are found again by the next sweep. */
  readonly failed: readonly { readonly wake: WakeKey; readonly error: unknown }[];
}

/** How many wake-ups one sweep takes at most, and how many it works on at a time. */
const batch = 1000;
const atOnce = 8;

/**
 * Takes every wake-up that has come: a due obligation gets its reminders put into the outbox and its next step set,
 * in one transaction that only one sweep can win; a contract whose derivation was cut short or whose rolling
 * duties run out is refreshed; a tenant's record is sealed once a day; outbox entries that are still unsent are
 * handed back to be sent.
 */
export async function sweepReminders(platform: Platform, runtime: Runtime): Promise<SweepResult> {
  const now = runtime.now();
  const wakes = await platform.listWakes(now, batch);
  const audiences = createAudiences(platform);
  const failed: { wake: WakeKey; error: unknown }[] = [];
  let obligations = 0;
  let reminders = 0;
  let contracts = 0;
  let seals = 0;
  await inParallel(wakes, atOnce, async (wake) => {
    try {
      if (wake.about === "obligation") {
        const created = await remindOf(wake, platform.tenant(wake.tenantId), audiences, runtime, now);
        if (created === undefined) return;
        reminders += created;
        obligations += 1;
      } else if (wake.about === "contract") {
        // One that has nothing to write is not taken for progress: else a run would come back to it without end.
        const written = await refreshContract(platform.tenant(wake.tenantId), wake.contractId, runtime);
        if (written) contracts += 1;
      } else if (wake.about === "seals") {
        await sealRecord(platform.tenant(wake.tenantId), runtime);
        seals += 1;
      }
    } catch (error) {
      failed.push({ wake, error });
    }
  });
  return {
    obligations,
    reminders,
    contracts,
    seals,
    unsent: wakes.filter(({ about }) => about === "outbox"),
    failed,
  };
}

type Audiences = (tenantId: string, vendorId: string) => Promise<Audience | undefined>;

/** The audience of a tenant and vendor, read once a sweep. */
function createAudiences(platform: Platform): Audiences {
  const known = new Map<string, Promise<Audience | undefined>>();
  return (tenantId, vendorId) => {
    const key = `${tenantId}|${vendorId}`;
    const found = known.get(key) ?? readAudience(platform.tenant(tenantId), vendorId);
    known.set(key, found);
    return found;
  };
}

/** How many reminders an obligation got; undefined where there was nothing to do or another sweep did it. */
async function remindOf(
  wake: WakeKey,
  store: TenantStore,
  audiences: Audiences,
  runtime: Runtime,
  now: Instant,
): Promise<number | undefined> {
  const stored = await store.getObligation(wake.contractId, wake.key);
  // The index may still show a wake-up that has moved on.
  if (stored?.remindAt === undefined || toEpochMs(stored.remindAt) > toEpochMs(now)) return undefined;
  const audience = await audiences(wake.tenantId, stored.vendorId);
  if (audience === undefined) return undefined;
  const calendar = tenantCalendar(audience.tenant, runtime);
  const policy = policyFor(settingsOf(audience.tenant), stored.obligation.kind);
  const before = addMinutes(stored.remindAt, -1);
  const step = latestStep(stored, policy, calendar, before, now);
  const next = nextStep(stored, policy, calendar, now);
  const timing = { policy, calendar, now };
  const entries = step === undefined ? [] : createEntries(stored, step, before, audience, timing, runtime);
  await reviveWithdrawn(entries, store);
  const won = await store.commitReminder(stored, next?.at, entries);
  return won ? entries.length : undefined;
}

/**
 * A date that moved and came back, or a fulfilment that was undone: what was withdrawn unsent in between is due again
 * under its own id. It stays withdrawn where the obligation changes once more before it is sent.
 */
async function reviveWithdrawn(entries: readonly OutboxEntry[], store: TenantStore): Promise<void> {
  await Promise.all(
    entries.map(async (entry) => {
      const known = await store.getOutbox(entry.contractId, entryKeyOf(entry));
      if (known?.state !== "withdrawn") return;
      await store.replaceOutbox([{ seen: known, next: { ...entry, attempts: known.attempts } }]);
    }),
  );
}

function createEntries(
  stored: StoredObligation,
  scheduled: ScheduledStep,
  since: Instant,
  audience: Audience,
  timing: Timing,
  runtime: Runtime,
): OutboxEntry[] {
  const { obligation, tenantId, contractId } = stored;
  const { step } = scheduled;
  const { policy, calendar, now } = timing;
  const dueOn = dayOfStep(obligation, step);
  const day = dueOn?.slice(0, 10);
  const place = { calendar, baseUrl: runtime.baseUrl, now };
  const matter = matterOf(stored, step, policy, calendar, since, now);
  return listRecipients(matter, audience, policy).map((told) => {
    const { to } = told;
    // A person is one recipient, however they are told.
    const by = to.channel === "inApp" ? "email" : to.channel;
    const identity = [tenantId, contractId, obligation.key, dueOn ?? "", stepKey(step), by, recipientKey(to)];
    const id = `rem_${runtime.digest(identity.join("|")).slice(0, 40)}`;
    const payload = buildMessage(id, stored, step, recipientOf(to, audience.tenant), audience.tenant, place);
    const reminder = { obligationKey: obligation.key, step, ...(dueOn === undefined ? {} : { dueOn }) };
    const entry = { id, tenantId, contractId, type: "reminder", reminder, payload };
    return createEntry(entry, told, { ...timing, scheduled, day }, audience);
  });
}

async function inParallel<T>(
  items: readonly T[],
  workers: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const run = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(workers, items.length) }, run));
}
