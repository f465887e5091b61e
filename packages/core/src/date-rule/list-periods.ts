import { type Calendar, isWorkingDay } from "../calendar/index.ts";
import {
  addDays,
  addMonths,
  type CivilDate,
  fromEpochDay,
  toEpochDay,
  weekdayOf,
} from "../civil-date/index.ts";
import type { Recurrence } from "./date-rule.ts";

/** The days of a span; where `firstDayCounts` is false, `from` is the day of an event and no day of the series. */
export interface RecurrenceSpan {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly firstDayCounts: boolean;
}

/** One period of a series, cut to its span; `startsOn` is its first day before cutting. */
export interface Period {
  readonly index: string;
  readonly startsOn: CivilDate;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The periods of a recurrence inside a span, in order, without those that start after `last`. */
export function listPeriods(
  recurrence: Recurrence,
  span: RecurrenceSpan,
  last: CivilDate,
  calendar: Calendar,
): Iterable<Period> {
  const { period } = recurrence;
  if (period === "day" || period === "workingDay") {
    return listDays(span, last, period === "workingDay" ? calendar : undefined);
  }
  const byCalendar = recurrence.from === "calendar" || recurrence.byDay !== undefined;
  return byCalendar ? listCalendarPeriods(period, span, last) : listSpanPeriods(period, span, last);
}

function* listDays(span: RecurrenceSpan, last: CivilDate, calendar: Calendar | undefined): Iterable<Period> {
  const end = toEpochDay(last);
  for (let day = toEpochDay(span.from) + (span.firstDayCounts ? 0 : 1); day <= end; day += 1) {
    const on = fromEpochDay(day);
    if (calendar === undefined || isWorkingDay(calendar, on)) {
      yield { index: on, startsOn: on, from: on, to: on };
    }
  }
}

type LongPeriod = Exclude<Recurrence["period"], "day" | "workingDay">;

const monthsIn: Readonly<Record<Exclude<LongPeriod, "week">, number>> = {
  month: 1,
  quarter: 3,
  halfYear: 6,
  year: 12,
};

/** Periods counted from the span's first day: the n-th ends on its matching day, or on the month's last (Civil Code 202). */
function* listSpanPeriods(period: LongPeriod, span: RecurrenceSpan, last: CivilDate): Iterable<Period> {
  let from = span.from;
  for (let n = 1; from <= last; n += 1) {
    const end = endOfSpanPeriod(period, span, n);
    yield {
      index: String(n).padStart(2, "0"),
      startsOn: from,
      from,
      to: end < span.to ? end : span.to,
    };
    from = addDays(end, 1);
    if (end >= span.to) return;
  }
}

/** Where the first day counts, a period ends on the day before the matching one; a month without it gives its last day. */
function endOfSpanPeriod(period: LongPeriod, { from, firstDayCounts }: RecurrenceSpan, n: number): CivilDate {
  const matching = period === "week" ? addDays(from, 7 * n) : addMonths(from, monthsIn[period] * n);
  const exists = period === "week" || matching.slice(8) === from.slice(8);
  return firstDayCounts && exists ? addDays(matching, -1) : matching;
}

function* listCalendarPeriods(period: LongPeriod, span: RecurrenceSpan, last: CivilDate): Iterable<Period> {
  let first = firstDayOf(period, span.from);
  while (first <= last) {
    const next = period === "week" ? addDays(first, 7) : addMonths(first, monthsIn[period]);
    const end = addDays(next, -1);
    const from = first < span.from ? span.from : first;
    if (from > last) return;
    yield { index: nameOf(period, first), startsOn: first, from, to: end < span.to ? end : span.to };
    first = next;
  }
}

function firstDayOf(period: LongPeriod, date: CivilDate): CivilDate {
  if (period === "week") return addDays(date, 1 - weekdayOf(date));
  const month = Number(date.slice(5, 7));
  const first = month - ((month - 1) % monthsIn[period]);
  return `${date.slice(0, 4)}-${String(first).padStart(2, "0")}-01`;
}

function nameOf(period: LongPeriod, first: CivilDate): string {
  const year = first.slice(0, 4);
  const month = Number(first.slice(5, 7));
  switch (period) {
    case "week":
      return first;
    case "month":
      return first.slice(0, 7);
    case "quarter":
      return `${year}-Q${(month + 2) / 3}`;
    case "halfYear":
      return `${year}-H${month < 7 ? 1 : 2}`;
    case "year":
      return year;
  }
}
