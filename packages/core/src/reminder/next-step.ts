import { addWorkingDays, type Calendar, countWorkingDays } from "../calendar/index.ts";
import {
  addDays,
  type CivilDate,
  civilDateOf,
  daysBetween,
  type Instant,
  instantAt,
  toEpochMs,
} from "../civil-date/index.ts";
import type { Obligation } from "../obligation/index.ts";
import type { ReminderPolicy } from "./reminder-policy.ts";
import type { ScheduledStep } from "./reminder-step.ts";

/** What a reminder's ladder is made of: the obligation and the day on which it came to be known. */
export interface Remindable {
  readonly obligation: Obligation;
  readonly knownOn: CivilDate;
}

/** The first step after an instant, or none where nothing is left to remind of. */
export function nextStep(
  subject: Remindable,
  policy: ReminderPolicy,
  calendar: Calendar,
  after: Instant,
): ScheduledStep | undefined {
  const { obligation } = subject;
  if (obligation.fulfilment !== undefined) return undefined;
  if (obligation.dueOn === undefined) return nextNudge(subject, policy, after);
  if (obligation.shape === "onDemand") return undefined;
  if (obligation.shape === "continuous" && obligation.kind !== "secrecy") return undefined;
  const lead = leadSteps(obligation, obligation.dueOn, policy).find(
    ({ at }) => toEpochMs(at) > toEpochMs(after),
  );
  if (lead !== undefined || obligation.shape === "continuous") return lead;
  return nextOverdue(obligation.dueOn, policy, calendar, after);
}

/** The latest step that has come by `now`, and after `since`: steps passed over while nobody looked fold into it. */
export function latestStep(
  subject: Remindable,
  policy: ReminderPolicy,
  calendar: Calendar,
  since: Instant,
  now: Instant,
): ScheduledStep | undefined {
  let latest: ScheduledStep | undefined;
  let from = laterInstant(since, instantAt(addDays(civilDateOf(now), -40), "00:00"));
  for (;;) {
    const step = nextStep(subject, policy, calendar, from);
    if (step === undefined || toEpochMs(step.at) > toEpochMs(now)) return latest;
    latest = step;
    from = step.at;
  }
}

function laterInstant(a: Instant, b: Instant): Instant {
  return toEpochMs(a) > toEpochMs(b) ? a : b;
}

/** The longest lead that makes sense for something that recurs: less than its period, so that two do not overlap. */
const longestLead: Readonly<Record<NonNullable<Obligation["period"]>, number>> = {
  day: 0,
  workingDay: 0,
  week: 3,
  month: 14,
  quarter: 30,
  halfYear: 60,
  year: 365,
};

function leadSteps(obligation: Obligation, dueOn: CivilDate, policy: ReminderPolicy): ScheduledStep[] {
  const most = obligation.period === undefined ? 365 : longestLead[obligation.period];
  const leads = policy.leadDays.filter((days) => days <= most).sort((a, b) => b - a);
  return [
    ...leads.map((days) => ({
      step: { kind: "lead", days } as const,
      at: instantAt(addDays(dueOn, -days), policy.sendAt),
    })),
    { step: { kind: "dueToday" }, at: instantAt(dueOn, policy.sendAt) },
  ];
}

function nextOverdue(
  dueOn: CivilDate,
  policy: ReminderPolicy,
  calendar: Calendar,
  after: Instant,
): ScheduledStep {
  const afterOn = civilDateOf(after);
  const passed = afterOn > dueOn ? countWorkingDays(calendar, dueOn, afterOn) : 0;
  let workingDays = Math.max(passed, 1);
  let on = addWorkingDays(calendar, dueOn, workingDays);
  while (toEpochMs(instantAt(on, policy.sendAt)) <= toEpochMs(after)) {
    workingDays += 1;
    on = addWorkingDays(calendar, dueOn, workingDays);
  }
  return { step: { kind: "overdue", workingDays }, at: instantAt(on, policy.sendAt) };
}

/** A wait that nobody else reminds of, or work that has no deadline, is nudged now and then. */
function nextNudge(
  { obligation, knownOn }: Remindable,
  policy: ReminderPolicy,
  after: Instant,
): ScheduledStep | undefined {
  const single =
    obligation.shape === "single" || obligation.shape === "recurring" || obligation.shape === "quota";
  const since = obligation.opensOn ?? (obligation.nudges === true ? knownOn : undefined);
  if (since === undefined || (obligation.opensOn !== undefined && !single)) return undefined;
  const gone = daysBetween(addDays(since, policy.nudgeAfterDays), civilDateOf(after));
  let round = gone <= 0 ? 1 : Math.floor(gone / policy.nudgeEveryDays) + 1;
  const atRound = (n: number) =>
    instantAt(addDays(since, policy.nudgeAfterDays + (n - 1) * policy.nudgeEveryDays), policy.sendAt);
  while (toEpochMs(atRound(round)) <= toEpochMs(after)) round += 1;
  return { step: { kind: "waiting", round }, at: atRound(round) };
}
