import { type Calendar, type CutKeyPeriod, keyPeriodsWithin } from "../calendar/index.ts";
import { addDays, type CivilDate } from "../civil-date/index.ts";
import { type CountedPeriod, countPeriod, rollLastDay } from "./count-period.ts";
import type { KeyPeriodSchedule } from "./date-rule.ts";
import type { ExplanationStep } from "./explanation.ts";
import type { Occurrence } from "./expand-recurrence.ts";
import type { RecurrenceSpan } from "./list-periods.ts";
import { mergeExplanations } from "./resolve-anchor.ts";

/**
 * The instances of a duty of key periods inside a span, in order: one a period under the period's key, or one a day under
 * its date, a day of several periods once. Days after `horizonOn` are left out. A period's last day does not roll: duty is
 * not owed a day longer because it ends on a holiday.
 */
export function expandKeyPeriods(
  schedule: KeyPeriodSchedule,
  span: RecurrenceSpan,
  calendar: Calendar,
  horizonOn: CivilDate = span.to,
): Occurrence[] {
  const first = span.firstDayCounts ? span.from : addDays(span.from, 1);
  const periods = keyPeriodsWithin(calendar, first, span.to);
  if (schedule.each === "day") return listDays(schedule, periods, horizonOn);
  return periods.map((cut) => occurrenceOf(schedule, cut, calendar));
}

function occurrenceOf(
  { within, byTime }: KeyPeriodSchedule,
  { period, from, to }: CutKeyPeriod,
  calendar: Calendar,
): Occurrence {
  const { key, name } = period;
  const steps: ExplanationStep[] = [{ step: "keyPeriod", name, from: period.from, to: period.to }];
  if (from !== period.from || to !== period.to) steps.push({ step: "window", from, to });
  const due =
    within === undefined ? { on: to, steps: [], provisionalYears: [] } : countAfter(to, within, calendar);
  return {
    index: key,
    keyPeriod: { key, name },
    opensOn: from,
    dueOn: due.on,
    ...hourOf(byTime),
    steps: [...steps, ...due.steps, ...hourSteps(byTime)],
    provisionalYears: due.provisionalYears,
  };
}

/** A period counted in days whose last day is a holiday ends on the next day that is none (Civil Code 203). */
function countAfter(
  last: CivilDate,
  { count, unit }: NonNullable<KeyPeriodSchedule["within"]>,
  calendar: Calendar,
): CountedPeriod {
  const counted = countPeriod(calendar, last, count, unit);
  if (unit === "workingDay") return counted;
  const rolled = rollLastDay(calendar, counted.on);
  return { on: rolled.on, ...mergeExplanations([counted, rolled]) };
}

function listDays(
  { byTime }: KeyPeriodSchedule,
  periods: readonly CutKeyPeriod[],
  horizonOn: CivilDate,
): Occurrence[] {
  const days = new Map<CivilDate, Occurrence>();
  for (const { period, from, to } of periods) {
    const { key, name } = period;
    for (let on = from; on <= to && on <= horizonOn; on = addDays(on, 1)) {
      if (days.has(on)) continue;
      const step = { step: "keyPeriod", name, from: period.from, to: period.to, on } as const;
      days.set(on, {
        index: on,
        keyPeriod: { key, name },
        opensOn: on,
        dueOn: on,
        ...hourOf(byTime),
        steps: [step, ...hourSteps(byTime)],
        provisionalYears: [],
      });
    }
  }
  return [...days.values()].toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

function hourOf(byTime: string | undefined): Pick<Occurrence, "dueTime"> {
  return byTime === undefined ? {} : { dueTime: byTime };
}

function hourSteps(byTime: string | undefined): ExplanationStep[] {
  return byTime === undefined ? [] : [{ step: "byTime", time: byTime }];
}
