import { type Calendar, rollBackward } from "../calendar/index.ts";
import {
  addDays,
  type CivilDate,
  civilDateOf,
  daysBetween,
  fromEpochMs,
  instantAt,
  toEpochMs,
} from "../civil-date/index.ts";
import type { ExplanationStep } from "../date-rule/index.ts";
import { listCheckpoints, type Obligation } from "../obligation/index.ts";
import type { ReminderPolicy } from "./reminder-policy.ts";
import type { ReminderStep, ScheduledStep } from "./reminder-step.ts";

type Period = NonNullable<Obligation["period"]>;

/** The longest lead that makes sense for something that recurs: less than its period, so that two do not overlap. */
const longestLead: Readonly<Record<Period, number>> = {
  day: -1,
  workingDay: -1,
  week: 3,
  month: 14,
  quarter: 30,
  halfYear: 60,
  year: 365,
};

/** A key period is spoken of no earlier than two weeks ahead. */
const longestKeyPeriodLead = 14;

/** The steps that lead to an obligation's day, in order, no two at one time. */
export function leadSteps(
  obligation: Obligation,
  dueOn: CivilDate,
  policy: ReminderPolicy,
  calendar: Calendar,
): ScheduledStep[] {
  const clock = clockSteps(obligation);
  if (clock !== undefined) return clock;
  const steps = datedSteps(obligation, dueOn, policy);
  return policy.workingDaysOnly ? onWorkingDays(steps, obligation, dueOn, policy, calendar) : steps;
}

/**
 * Nobody is told on a day off: a step moves to the working day before, says how many days there are from then, and of several
 * on one day the last speaks.
 */
function onWorkingDays(
  steps: readonly ScheduledStep[],
  { opensOn }: Obligation,
  dueOn: CivilDate,
  policy: ReminderPolicy,
  calendar: Calendar,
): ScheduledStep[] {
  const byDay = new Map<string, ScheduledStep>();
  for (const scheduled of steps) {
    const day = civilDateOf(scheduled.at);
    const on = rollBackward(calendar, day);
    const at = instantAt(on, policy.sendAt);
    byDay.set(on, on === day ? scheduled : { step: sayEarlier(scheduled.step, on, dueOn, opensOn), at });
  }
  return [...byDay.values()];
}

function sayEarlier(step: ReminderStep, on: CivilDate, dueOn: CivilDate, opensOn = dueOn): ReminderStep {
  if (step.kind === "opening") return { kind: "opening", days: daysBetween(on, opensOn) };
  return step.kind === "lead" || step.kind === "dueToday"
    ? { kind: "lead", days: daysBetween(on, dueOn) }
    : step;
}

function datedSteps(obligation: Obligation, dueOn: CivilDate, policy: ReminderPolicy): ScheduledStep[] {
  const { opensOn } = obligation;
  const most = longestLeadOf(obligation);
  if (most < 0) return [];
  const leads = policy.leadDays.filter((days) => days <= most).toSorted((a, b) => b - a);
  if (opensOn !== undefined && isDuty(obligation)) {
    return [...leads, 0].map((days) => ({
      step: { kind: "opening", days },
      at: instantAt(addDays(opensOn, -days), policy.sendAt),
    }));
  }
  const pace = paceSteps(obligation, policy);
  const paced = new Set(pace.map(({ at }) => at));
  const dated: ScheduledStep[] = leads.map((days) => ({
    step: { kind: "lead", days },
    at: instantAt(addDays(dueOn, -days), policy.sendAt),
  }));
  const steps = [...dated.filter(({ at }) => !paced.has(at)), ...pace];
  return [
    ...steps.toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    { step: { kind: "dueToday" }, at: instantAt(dueOn, policy.sendAt) },
  ];
}

/** The clock that an obligation runs by, where it is due by the hour or minute. */
export function findClock({
  explanation,
  dueAt,
}: Pick<Obligation, "explanation" | "dueAt">): Extract<ExplanationStep, { step: "clock" }> | undefined {
  if (dueAt === undefined) return undefined;
  return explanation.steps.findLast((step) => step.step === "clock");
}

/**
 * What runs by the hour or minute waits for no hour of sending: it is told at once, at its warning (else with a quarter
 * left), and as it has run out. One that breaks as the one before it does gets no warning of its own.
 */
function clockSteps(obligation: Obligation): ScheduledStep[] | undefined {
  const clock = findClock(obligation);
  const { dueAt, warnAt } = obligation;
  if (clock === undefined || dueAt === undefined) return undefined;
  const [start, end] = [toEpochMs(clock.start), toEpochMs(dueAt)];
  const closing = warnAt === undefined ? start + Math.floor(((end - start) * 3) / 4) : toEpochMs(warnAt);
  const warning: ScheduledStep = { step: { kind: "clock", stage: "closing" }, at: fromEpochMs(closing) };
  return [
    { step: { kind: "clock", stage: "started" }, at: clock.start },
    ...(closing < end ? [warning] : []),
    { step: { kind: "clock", stage: "broken" }, at: fromEpochMs(end + 1) },
  ];
}

function longestLeadOf({ period, keyPeriod }: Obligation): number {
  if (period !== undefined) return longestLead[period];
  return keyPeriod === undefined ? 365 : longestKeyPeriodLead;
}

/** Of duty in a key period its beginning matters: who stands by has to know before, not as it ends. */
function isDuty({ kind, keyPeriod }: Obligation): boolean {
  return kind === "service" && keyPeriod !== undefined;
}

/** The checkpoints of a quota that what was done so far does not meet; one on a day of a lead speaks instead of it. */
function paceSteps(obligation: Obligation, policy: ReminderPolicy): ScheduledStep[] {
  const done = obligation.quota?.done ?? 0;
  return listCheckpoints(obligation)
    .filter(({ expected }) => done < expected)
    .map(({ number, on }) => ({
      step: { kind: "pace", checkpoint: number },
      at: instantAt(on, policy.sendAt),
    }));
}
