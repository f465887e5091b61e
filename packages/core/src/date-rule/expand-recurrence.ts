import type { Calendar, KeyPeriod } from "../calendar/index.ts";
import { addDays, type CivilDate, lastDayOfMonth } from "../civil-date/index.ts";
import { DomainError } from "../error/index.ts";
import { rollLastDay } from "./count-period.ts";
import type { Recurrence } from "./date-rule.ts";
import type { ExplanationStep } from "./explanation.ts";
import { listPeriods, type Period, type RecurrenceSpan } from "./list-periods.ts";

/** One instance of something that recurs: its index within the series is stable, whatever day its span starts on. */
export interface Occurrence {
  readonly index: string;
  readonly opensOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly dueTime?: string;
  /** Whose day or days it is for, where it comes from key periods. */
  readonly keyPeriod?: Pick<KeyPeriod, "key" | "name">;
  readonly steps: readonly ExplanationStep[];
  readonly provisionalYears: readonly number[];
}

/** More instances than any contract has: 27 years of days. */
const mostOccurrences = 10_000;

/**
 * The instances of a recurrence inside a span, in order. Those that open after `horizonOn` are left out.
 * The last day of a period of a week or more rolls off holidays (Civil Code 203); a daily duty stays on its day.
 * Throws DomainError "invalid" for more than 10 000 instances.
 */
export function expandRecurrence(
  recurrence: Recurrence,
  span: RecurrenceSpan,
  calendar: Calendar,
  horizonOn: CivilDate = span.to,
): Occurrence[] {
  const last = horizonOn < span.to ? horizonOn : span.to;
  const firstCounted = span.firstDayCounts ? span.from : addDays(span.from, 1);
  const occurrences: Occurrence[] = [];
  for (const period of listPeriods(recurrence, span, last, calendar)) {
    const lastDay = lastDayOf(recurrence, period);
    if (lastDay < firstCounted || lastDay > span.to) continue;
    if (occurrences.length === mostOccurrences) throw tooMany(span);
    occurrences.push(occurrenceOf(recurrence, period, lastDay, occurrences.length + 1, calendar));
  }
  return occurrences;
}

function lastDayOf({ byDay }: Recurrence, period: Period): CivilDate {
  if (byDay === undefined) return period.to;
  const wanted = `${period.startsOn.slice(0, 8)}${String(byDay).padStart(2, "0")}`;
  const last = lastDayOfMonth(period.startsOn);
  return wanted < last ? wanted : last;
}

function occurrenceOf(
  recurrence: Recurrence,
  period: Period,
  lastDay: CivilDate,
  ordinal: number,
  calendar: Calendar,
): Occurrence {
  const { byDay, byTime } = recurrence;
  const { index, from, to } = period;
  const daily = recurrence.period === "day" || recurrence.period === "workingDay";
  const rolled = rollLastDay(calendar, lastDay);
  const steps: ExplanationStep[] = [{ step: "period", ordinal, from, to }];
  if (byDay !== undefined) steps.push({ step: "byDay", day: byDay, on: lastDay });
  if (!daily) steps.push(...rolled.steps);
  if (byTime !== undefined) steps.push({ step: "byTime", time: byTime });
  return {
    index,
    opensOn: from,
    dueOn: daily ? lastDay : rolled.on,
    ...(byTime === undefined ? {} : { dueTime: byTime }),
    steps,
    // Whether a day is a working one is provisional where the year has no arrangement; a plain day stays as it is.
    provisionalYears: recurrence.period === "day" ? [] : rolled.provisionalYears,
  };
}

function tooMany({ from, to }: RecurrenceSpan): DomainError {
  return new DomainError("invalid", {
    zh: `${from} 至 ${to} 内的周期义务超过 ${mostOccurrences} 次`,
    en: `more than ${mostOccurrences} instances between ${from} and ${to}`,
  });
}
