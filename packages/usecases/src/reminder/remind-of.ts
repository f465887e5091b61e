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
import type { Runtime } from "../runtime/runtime.ts";
import type { Platform, TenantStore, WakeKey } from "../runtime/store.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { buildMessage } from "./build-message.ts";
import { createEntry, type Timing } from "./create-entry.ts";
import { type Audience, listRecipients } from "./list-recipients.ts";
import { matterOf } from "./matter-of.ts";
import { entryKeyOf, type OutboxEntry, recipientKey } from "./outbox-entry.ts";
import { readAudience } from "./read-audience.ts";
import { recipientOf } from "./recipient-of.ts";
import { settingsOf } from "./settings-of.ts";

type Audiences = (tenantId: string, vendorId: string) => Promise<Audience | undefined>;

/** The audience of a tenant and vendor, read once. */
export function createAudiences(platform: Pick<Platform, "tenant">): Audiences {
  const known = new Map<string, Promise<Audience | undefined>>();
  return (tenantId, vendorId) => {
    const key = `${tenantId}|${vendorId}`;
    const found = known.get(key) ?? readAudience(platform.tenant(tenantId), vendorId);
    known.set(key, found);
    return found;
  };
}

/** The reminders that an obligation got; undefined where there was nothing to do or another sweep did it. */
export async function remindOf(
  wake: WakeKey,
  store: TenantStore,
  audiences: Audiences,
  runtime: Runtime,
  now: Instant,
): Promise<readonly OutboxEntry[] | undefined> {
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
  return won ? entries : undefined;
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
