import { type Instant, toEpochMs } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { nextStep, policyFor, type ReminderSettings, reminderSettingsSchema } from "@luyue/core/reminder";
import { differenceOf } from "@luyue/core/text";
import { defineCommand } from "../runtime/define-command.ts";
import { eachOf } from "../runtime/each-of.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { settingsOf } from "./settings-of.ts";

/**
 * Sets a tenant's reminders 提醒设置: when, to whom, by which channels, in how many mails. What is planned already is planned
 * anew from now on; nothing is told twice for it. Throws `invalid` for a person who is not the agency's.
 */
export const changeReminderPolicy = defineCommand({
  name: "reminder.changePolicy",
  input: reminderSettingsSchema,
  permission: "tenant:manage",
  async decide({ store, tenant }, reminders) {
    await demandPeople(reminders, store);
    const changed = differenceOf(settingsOf(tenant), reminders);
    return {
      aggregate: { kind: "tenant", before: tenant, after: { ...tenant, reminders } },
      changes: [],
      answer: reminders,
      subject: tenant.id,
      recordBefore: changed.before ?? {},
      recordAfter: changed.after ?? {},
    };
  },
  async afterCommit({ store, runtime }) {
    await planAnew(store, runtime);
  },
});

/** Throws `invalid` for a person who is not the agency's. */
export async function demandPeople({ standard, kinds }: ReminderSettings, store: TenantStore): Promise<void> {
  const rules = [
    { path: "/standard", people: standard.people },
    ...Object.entries(kinds).map(([kind, rule]) => ({ path: `/kinds/${kind}`, people: rule.people ?? [] })),
  ];
  if (rules.every(({ people }) => people.length === 0)) return;
  const known = new Set((await store.listMembers()).map(({ subject }) => subject));
  const faults = rules.flatMap(({ path, people }) =>
    people.flatMap((subject, at) => {
      const reason = { zh: "本单位没有该人员", en: "no such person in the agency" };
      return known.has(subject) ? [] : [{ path: `${path}/people/${at}`, reason }];
    }),
  );
  if (faults.length === 0) return;
  throw new DomainError("invalid", { zh: "提醒设置有误", en: "the reminder settings are not valid" }, faults);
}

/**
 * Moves every obligation's next reminder to where the settings have it, each on its own and only while it is as it was read: safe
 * to do again. What has come meanwhile is the sweep's, which goes by the settings itself.
 */
async function planAnew(store: TenantStore, runtime: Runtime): Promise<void> {
  const tenant = await store.getTenant();
  if (tenant === undefined) return;
  const now = runtime.now();
  const settings = settingsOf(tenant);
  const calendar = tenantCalendar(tenant, runtime);
  for await (const stored of eachOf((page) => store.listDue({ now }, page))) {
    const { remindAt, obligation } = stored;
    if (obligation.fulfilment !== undefined || hasCome(remindAt, now)) continue;
    const next = nextStep(stored, policyFor(settings, obligation.kind), calendar, now)?.at;
    if (next !== remindAt) await store.commitReminder(stored, next, []);
  }
}

function hasCome(remindAt: Instant | undefined, now: Instant): boolean {
  return remindAt !== undefined && toEpochMs(remindAt) <= toEpochMs(now);
}
