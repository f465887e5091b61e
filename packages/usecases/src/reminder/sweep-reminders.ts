import { addMinutes, type Instant, toEpochMs } from "@luyue/core/civil-date";
import {
  dayOfStep,
  defaultReminderPolicy,
  latestStep,
  nextStep,
  type ReminderStep,
  stepKey,
} from "@luyue/core/reminder";
import type { StoredObligation } from "../contract/contract.ts";
import { refreshContract } from "../contract/refresh-contract.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { Platform, TenantStore, WakeKey } from "../runtime/store.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { sealRecord } from "../record/seal-record.ts";
import { buildMessage } from "./build-message.ts";
import { type Audience, listRecipients, recipientKey } from "./list-recipients.ts";
import { entryKeyOf, type OutboxEntry } from "./outbox-entry.ts";

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

async function readAudience(store: TenantStore, vendorId: string): Promise<Audience | undefined> {
  const [tenant, members, vendor] = await Promise.all([
    store.getTenant(),
    store.listMembers(),
    store.getVendorFile(vendorId),
  ]);
  return tenant === undefined ? undefined : { tenant, members, vendor };
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
  const before = addMinutes(stored.remindAt, -1);
  const step = latestStep(stored, defaultReminderPolicy, calendar, before, now);
  const next = nextStep(stored, defaultReminderPolicy, calendar, now);
  const entries = step === undefined ? [] : createEntries(stored, step.step, audience, runtime, now);
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
      await store.replaceOutbox(known, { ...entry, attempts: known.attempts });
    }),
  );
}

function createEntries(
  stored: StoredObligation,
  step: ReminderStep,
  audience: Audience,
  runtime: Runtime,
  now: Instant,
): OutboxEntry[] {
  const { obligation, tenantId, contractId } = stored;
  const dueOn = dayOfStep(obligation, step);
  const calendar = tenantCalendar(audience.tenant, runtime);
  const place = { calendar, baseUrl: runtime.baseUrl, now };
  return listRecipients(stored, audience).map((to) => {
    const identity = [
      tenantId,
      contractId,
      obligation.key,
      dueOn ?? "",
      stepKey(step),
      to.channel,
      recipientKey(to),
    ];
    const id = `rem_${runtime.digest(identity.join("|")).slice(0, 40)}`;
    const recipient =
      to.channel === "email"
        ? { name: to.name, email: to.address, language: to.language, side: to.side }
        : {
            name: audience.tenant.name,
            email: "",
            language: audience.tenant.language,
            side: "buyer" as const,
          };
    return {
      id,
      tenantId,
      contractId,
      type: "reminder",
      to,
      reminder: {
        obligationKey: obligation.key,
        step,
        ...(dueOn === undefined ? {} : { dueOn }),
      },
      payload: buildMessage(id, stored, step, recipient, audience.tenant, place),
      createdAt: now,
      state: "pending",
      attempts: [],
      wakeAt: now,
    };
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
