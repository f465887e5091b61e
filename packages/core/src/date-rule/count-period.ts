import { addWorkingDays, type Calendar, provisionalYears, rollForward } from "../calendar/index.ts";
import { addDays, addMonths, type CivilDate } from "../civil-date/index.ts";
import type { PeriodUnit } from "./date-rule.ts";
import type { ExplanationStep } from "./explanation.ts";

export interface CountedPeriod {
  readonly on: CivilDate;
  readonly steps: readonly ExplanationStep[];
  readonly provisionalYears: readonly number[];
}

/**
 * The last day of a period that starts at an event: the first day is not counted (Civil Code 201), months and years
 * end on the matching day or the month's last (202). Working days skip what the calendar skips. No rolling here.
 * A negative count runs backwards.
 */
export function countPeriod(
  calendar: Calendar,
  start: CivilDate,
  count: number,
  unit: PeriodUnit,
): CountedPeriod {
  const on = endOfPeriod(calendar, start, count, unit);
  const direction = count < 0 ? "before" : "after";
  const [from, to] = count < 0 ? [on, start] : [start, on];
  return {
    on,
    steps: [{ step: "count", count: Math.abs(count), unit, direction, start, end: on }],
    provisionalYears: unit === "workingDay" ? provisionalYears(calendar, from, to) : [],
  };
}

function endOfPeriod(calendar: Calendar, start: CivilDate, count: number, unit: PeriodUnit): CivilDate {
  switch (unit) {
    case "workingDay":
      return addWorkingDays(calendar, start, count);
    case "day":
      return addDays(start, count);
    case "week":
      return addDays(start, count * 7);
    case "month":
      return addMonths(start, count);
    case "year":
      return addMonths(start, count * 12);
  }
}

/** A period whose last day is a holiday ends on the next day that is none (Civil Code 203). */
export function rollLastDay(calendar: Calendar, last: CivilDate): CountedPeriod {
  const on = rollForward(calendar, last);
  return {
    on,
    steps: on === last ? [] : [{ step: "roll", from: last, to: on }],
    provisionalYears: provisionalYears(calendar, last, on),
  };
}
