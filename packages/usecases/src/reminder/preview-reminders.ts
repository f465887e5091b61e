import { addDays, civilDateOf, type Instant, instantAt, toEpochMs } from "@luyue/core/civil-date";
import { renderExplanation } from "@luyue/core/date-rule";
import {
  dayOfStep,
  nextStep,
  policyFor,
  type ReminderPolicy,
  type ReminderSettings,
  sayStep,
  type ScheduledStep,
  stepKey,
} from "@luyue/core/reminder";
import type { Text } from "@luyue/core/text";
import type { StoredObligation } from "../contract/contract.ts";
import { demandTenant } from "../query/read-agency.ts";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import { eachOf } from "../runtime/each-of.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { demandPeople } from "./change-policy.ts";
import { createEntry } from "./create-entry.ts";
import { type Audience, listRecipients, type TellReason } from "./list-recipients.ts";
import { matterOf } from "./matter-of.ts";
import { createAudiences } from "./remind-of.ts";
import { settingsOf } from "./settings-of.ts";

/** A step that will come, to whom it goes, and why. */
export interface PlannedReminder {
  readonly at: Instant;
  readonly contractId: string;
  readonly contractNumber: string;
  readonly contractName: string;
  readonly obligationKey: string;
  readonly title: Text;
  readonly step: string;
  readonly dueOn: string | null;
  readonly why: Text;
  readonly recipients: readonly PlannedRecipient[];
}

interface PlannedRecipient {
  readonly channel: "email" | "inApp" | "webhook" | "robot";
  readonly recipient: string;
  readonly name: string | null;
  readonly why: TellReason;
  /** When it goes out, and whether as a part of one message. */
  readonly sentAt: Instant;
  readonly digest: boolean;
}

export interface PreviewRequest {
  /** How many days ahead, today is the first. */
  readonly days: number;
  readonly contractId?: string | undefined;
  readonly limit: number;
  /** By these settings, as if they held already; else by those that hold. */
  readonly settings?: ReminderSettings | undefined;
}

/**
 * What will go out in the days to come as things are now, to whom and why, the first first: by the very rules that the sweep goes
 * by. `more` where the limit cuts it off. Throws `invalid` for settings that name somebody who is not the agency's.
 */
export async function previewReminders(
  store: TenantStore,
  actor: Actor,
  { days, contractId, limit, settings }: PreviewRequest,
  runtime: Runtime,
): Promise<{ readonly items: readonly PlannedReminder[]; readonly more: boolean }> {
  demandPermission(actor, "contract:read");
  await demandTenant(store);
  if (settings !== undefined) await demandPeople(settings, store);
  const now = runtime.now();
  const until = instantAt(addDays(civilDateOf(now), days), "00:00");
  const audienceOf = createAudiences({ tenant: () => store });
  const planned: PlannedReminder[] = [];
  const list = (page: Parameters<TenantStore["listDue"]>[1]) =>
    contractId === undefined
      ? store.listDue({ now }, page)
      : store.listContractDue(contractId, { now }, page);
  for await (const stored of eachOf(list)) {
    // What is stored says when the next step comes by the settings that hold, and nothing of others.
    const { remindAt, vendorId, obligation } = stored;
    const comes = remindAt !== undefined && toEpochMs(remindAt) < toEpochMs(until);
    if (settings === undefined ? !comes : obligation.fulfilment !== undefined) continue;
    const audience = await audienceOf(store.tenantId, vendorId);
    if (audience !== undefined)
      planned.push(...planOne(stored, withSettings(audience, settings), until, runtime));
  }
  const items = planned.toSorted((a, b) => toEpochMs(a.at) - toEpochMs(b.at));
  return { items: items.slice(0, limit), more: items.length > limit };
}

function withSettings(audience: Audience, reminders: ReminderSettings | undefined): Audience {
  return reminders === undefined ? audience : { ...audience, tenant: { ...audience.tenant, reminders } };
}

/** No obligation has more steps than this in a preview: a day has a few. */
const mostSteps = 400;

function planOne(
  stored: StoredObligation,
  audience: Audience,
  until: Instant,
  runtime: Runtime,
): PlannedReminder[] {
  const { obligation } = stored;
  const policy = policyFor(settingsOf(audience.tenant), obligation.kind);
  const calendar = tenantCalendar(audience.tenant, runtime);
  const steps: ScheduledStep[] = [];
  let after = runtime.now();
  while (steps.length < mostSteps) {
    const step = nextStep(stored, policy, calendar, after);
    if (step === undefined || toEpochMs(step.at) >= toEpochMs(until)) break;
    steps.push(step);
    after = step.at;
  }
  return steps.map((scheduled, index) => {
    const since = steps[index - 1]?.at ?? runtime.now();
    return planStep(stored, scheduled, since, audience, policy, runtime);
  });
}

function planStep(
  stored: StoredObligation,
  scheduled: ScheduledStep,
  since: Instant,
  audience: Audience,
  policy: ReminderPolicy,
  runtime: Runtime,
): PlannedReminder {
  const { obligation, contractId, contractNumber, contractName } = stored;
  const calendar = tenantCalendar(audience.tenant, runtime);
  const { at } = scheduled;
  const day = dayOfStep(obligation, scheduled.step)?.slice(0, 10);
  const timing = { policy, calendar, now: at, scheduled, day };
  const matter = matterOf(stored, scheduled.step, policy, calendar, since, at);
  const blank = { id: "", tenantId: stored.tenantId, contractId, type: "reminder", payload: null };
  return {
    at,
    contractId,
    contractNumber,
    contractName,
    obligationKey: obligation.key,
    title: obligation.title,
    step: stepKey(sayStep(obligation, scheduled.step, civilDateOf(at))),
    dueOn: day ?? null,
    why: renderExplanation(obligation.explanation, calendar),
    recipients: listRecipients(matter, audience, policy).map((told): PlannedRecipient => {
      const { to, why } = told;
      const entry = createEntry(blank, told, timing, audience);
      const [recipient, name] = "address" in to ? [to.address, to.name] : [to.endpointId, null];
      const sentAt = entry.wakeAt ?? at;
      return { channel: to.channel, recipient, name, why, sentAt, digest: entry.gathers === true };
    }),
  };
}
