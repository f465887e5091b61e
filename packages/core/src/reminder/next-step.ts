import { addWorkingDays, type Calendar, countWorkingDays, rollForward } from "../calendar/index.ts";
import {
  addDays,
  type CivilDate,
  civilDateOf,
  daysBetween,
  type Instant,
  instantAt,
  toEpochMs,
} from "../civil-date/index.ts";
import { deadlineOf, goesOn, type Obligation, readHold } from "../obligation/index.ts";
import { leadSteps } from "./lead-steps.ts";
import type { Escalation, ReminderPolicy } from "./reminder-policy.ts";
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
  const { leads, tail } = ladderOf(subject, policy, calendar);
  const lead = leads.find(({ at }) => isAfter(at, after));
  if (lead !== undefined || tail === undefined) return lead;
  const next = Math.max(tail.count(after) + 1, tail.first);
  return next > tail.most ? undefined : tail.step(next);
}

/** The latest step that has come by `now`, and after `since`: steps passed over while nobody looked fold into it. */
export function latestStep(
  subject: Remindable,
  policy: ReminderPolicy,
  calendar: Calendar,
  since: Instant,
  now: Instant,
): ScheduledStep | undefined {
  const { leads, tail } = ladderOf(subject, policy, calendar);
  const passed = Math.min(tail?.count(now) ?? 0, tail?.most ?? 0);
  const latest =
    passed >= (tail?.first ?? 1) ? tail?.step(passed) : leads.filter(({ at }) => !isAfter(at, now)).at(-1);
  return latest !== undefined && isAfter(latest.at, since) ? latest : undefined;
}

function isAfter(a: Instant, b: Instant): boolean {
  return toEpochMs(a) > toEpochMs(b);
}

/** Steps that repeat: the n-th, from `first` to `most` (which may be endless), and how many days for one have come by an instant. */
interface Tail {
  readonly first: number;
  readonly most: number;
  readonly step: (n: number) => ScheduledStep;
  readonly count: (by: Instant) => number;
}

/** The steps of an obligation: those that lead to its date, then those that go on until it is done. */
interface Ladder {
  readonly leads: readonly ScheduledStep[];
  readonly tail?: Tail;
}

function ladderOf(subject: Remindable, policy: ReminderPolicy, calendar: Calendar): Ladder {
  const { obligation } = subject;
  const dueOn = deadlineOf(obligation);
  if (obligation.fulfilment !== undefined) return { leads: [] };
  if (dueOn === undefined) {
    const since = nudgedSince(subject);
    return since === undefined ? { leads: [] } : { leads: [], tail: nudges(since, policy, calendar) };
  }
  if (goesOn(obligation)) {
    return { leads: obligation.kind === "secrecy" ? leadSteps(obligation, dueOn, policy, calendar) : [] };
  }
  const leads = leadSteps(obligation, dueOn, policy, calendar);
  if (obligation.lapses === true) return { leads };
  const hold = readHold(obligation);
  // What is in other hands is no delay of the debtor's: a nudge now and then, not one every working day.
  if (hold !== undefined && hold.until === undefined) return { leads, tail: nudges(dueOn, policy, calendar) };
  return { leads, tail: overdueSteps(obligation, dueOn, policy, calendar, hold?.until) };
}

type Period = NonNullable<Obligation["period"]>;

/**
 * Through which working day an instance that was missed is spoken of: a daily one once, a weekly one until the next has taken
 * over.
 */
const lastOverdue: Readonly<Partial<Record<Period, number>>> = { day: 1, workingDay: 1, week: 5 };

/**
 * On working days after the due one, and after the last on which it is in other hands, as often as the policy repeats; what
 * recurs within days is not spoken of without end.
 */
function overdueSteps(
  { period }: Obligation,
  dueOn: CivilDate,
  policy: ReminderPolicy,
  calendar: Calendar,
  heldUntil: CivilDate = dueOn,
): Tail {
  const rounds = overdueRounds(policy);
  const last = period === undefined ? undefined : lastOverdue[period];
  const held = heldUntil <= dueOn ? 0 : countWorkingDays(calendar, dueOn, heldUntil);
  return {
    first: rounds.through(held) + 1,
    most: rounds.through(last ?? Number.POSITIVE_INFINITY),
    step: (round) => {
      const workingDays = rounds.dayOf(round);
      return {
        step: { kind: "overdue", workingDays },
        at: instantAt(addWorkingDays(calendar, dueOn, workingDays), policy.sendAt),
      };
    },
    count: (by) => {
      const through = lastSendDay(by, policy);
      return through <= dueOn ? 0 : rounds.through(countWorkingDays(calendar, dueOn, through));
    },
  };
}

/**
 * On which working day overdue each round speaks, and how many rounds there are through a working day: the first, every
 * `repeatEvery` after it (0: no more), and wherever somebody else is told as well.
 */
function overdueRounds({ repeatEvery, escalation }: ReminderPolicy) {
  const isRegular = (day: number) => (repeatEvery === 0 ? day === 1 : (day - 1) % repeatEvery === 0);
  const days = escalation.map(({ afterWorkingDays }) => afterWorkingDays);
  const between = [...new Set(days)].filter((day) => !isRegular(day));
  const regularThrough = (day: number) => {
    if (day < 1) return 0;
    return repeatEvery === 0 ? 1 : Math.floor((day - 1) / repeatEvery) + 1;
  };
  const through = (day: number) => regularThrough(day) + between.filter((each) => each <= day).length;
  const dayOf = (round: number) => {
    const regular = Math.max(1, round - between.length);
    const known = repeatEvery === 0 ? 1 : (regular - 1) * repeatEvery + 1;
    const later = [
      ...between,
      ...Array.from({ length: between.length + 1 }, (_, n) => known + n * repeatEvery),
    ];
    return later.toSorted((a, b) => a - b).find((day) => day >= known && through(day) >= round) ?? known;
  };
  return { through, dayOf };
}

/** The steps of the escalation ladder that have come after `since` and by `now`, of what is overdue then. */
export function escalationsBetween(
  { obligation }: Remindable,
  policy: ReminderPolicy,
  calendar: Calendar,
  since: Instant,
  now: Instant,
): readonly Escalation[] {
  const dueOn = deadlineOf(obligation);
  if (dueOn === undefined) return [];
  return policy.escalation.filter(({ afterWorkingDays }) => {
    const at = instantAt(addWorkingDays(calendar, dueOn, afterWorkingDays), policy.sendAt);
    return isAfter(at, since) && !isAfter(at, now);
  });
}

/** The last day whose sending hour has come by an instant. */
function lastSendDay(by: Instant, { sendAt }: ReminderPolicy): CivilDate {
  const on = civilDateOf(by);
  return isAfter(instantAt(on, sendAt), by) ? addDays(on, -1) : on;
}

/** A wait that nobody else reminds of, or work that has no deadline, is nudged from some day on. */
function nudgedSince({ obligation, knownOn }: Remindable): CivilDate | undefined {
  const { opensOn } = obligation;
  if (opensOn === undefined) return obligation.nudges === true ? knownOn : undefined;
  return goesOn(obligation) ? undefined : opensOn;
}

/** Now and then, on working days: nobody acts on a nudge on a Sunday. */
function nudges(since: CivilDate, policy: ReminderPolicy, calendar: Calendar): Tail {
  const first = addDays(since, policy.nudgeAfterDays);
  const dayOf = (round: number) => rollForward(calendar, addDays(first, (round - 1) * policy.nudgeEveryDays));
  return {
    first: 1,
    most: Number.POSITIVE_INFINITY,
    step: (round) => {
      let last = round;
      while (dayOf(last + 1) === dayOf(round)) last += 1; // a long holiday folds rounds into one
      return { step: { kind: "waiting", round: last }, at: instantAt(dayOf(last), policy.sendAt) };
    },
    count: (by) => {
      const through = lastSendDay(by, policy);
      const gone = daysBetween(first, through);
      let rounds = gone < 0 ? 0 : Math.floor(gone / policy.nudgeEveryDays) + 1;
      while (rounds > 0 && dayOf(rounds) > through) rounds -= 1;
      return rounds;
    },
  };
}
