import { type Calendar, isWorkingDay } from "../calendar/index.ts";
import {
  addDays,
  addMonths,
  type CivilDate,
  fromEpochDay,
  toEpochDay,
  weekdayOf,
} from "../civil-date/index.ts";
import { rollLastDay } from "./count-period.ts";
import type { Recurrence } from "./date-rule.ts";
import type { ExplanationStep } from "./explanation.ts";

/** One instance of something that recurs: its index within the series is stable, whatever day its span starts on. */
export interface Occurrence {
  readonly index: string;
  readonly opensOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly dueTime?: string;
  readonly steps: readonly ExplanationStep[];
  readonly provisionalYears: readonly number[];
}

export interface RecurrenceSpan {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly firstDayCounts: boolean;
}

interface Period {
  readonly index: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * The instances of a recurrence inside a span, in order. Those that open after `horizonOn` are left out.
 * The last day of a period of a week or more rolls off holidays (Civil Code 203); a daily duty stays on its day.
 */
export function expandRecurrence(
  recurrence: Recurrence,
  span: RecurrenceSpan,
  calendar: Calendar,
  horizonOn: CivilDate = span.to,
): Occurrence[] {
  const last = horizonOn < span.to ? horizonOn : span.to;
  const occurrences: Occurrence[] = [];
  let ordinal = 0;
  for (const period of listPeriods(recurrence, span, last, calendar)) {
    ordinal += 1;
    const occurrence = occurrenceOf(recurrence, period, ordinal, span, calendar);
    if (occurrence !== undefined) occurrences.push(occurrence);
  }
  return occurrences;
}

function occurrenceOf(
  recurrence: Recurrence,
  period: Period,
  ordinal: number,
  span: RecurrenceSpan,
  calendar: Calendar,
): Occurrence | undefined {
  const { byDay, byTime } = recurrence;
  const lastDay = byDay === undefined ? period.to : dayOfMonth(period.from, byDay);
  if (lastDay < span.from || lastDay > span.to) return undefined;
  const opensOn = period.from < span.from ? span.from : period.from;
  const daily = recurrence.period === "day" || recurrence.period === "workingDay";
  const rolled = daily ? { on: lastDay, steps: [], provisionalYears: [] } : rollLastDay(calendar, lastDay);
  const steps: ExplanationStep[] = [{ step: "period", ordinal, from: opensOn, to: period.to }];
  if (byDay !== undefined) steps.push({ step: "byDay", day: byDay, on: lastDay });
  if (byTime !== undefined) steps.push({ step: "byTime", time: byTime });
  return {
    index: period.index,
    opensOn,
    dueOn: rolled.on,
    ...(byTime === undefined ? {} : { dueTime: byTime }),
    steps: [...steps, ...rolled.steps],
    provisionalYears: daily ? provisionalOf(recurrence, lastDay, calendar) : rolled.provisionalYears,
  };
}

/** Whether a given day is a working one is itself provisional in a year without an arrangement. */
function provisionalOf(recurrence: Recurrence, day: CivilDate, calendar: Calendar): readonly number[] {
  return recurrence.period === "workingDay" ? rollLastDay(calendar, day).provisionalYears : [];
}

function dayOfMonth(inMonth: CivilDate, day: number): CivilDate {
  const first = `${inMonth.slice(0, 7)}-01`;
  const last = addDays(addMonths(first, 1), -1);
  const wanted = addDays(first, day - 1);
  return wanted < last ? wanted : last;
}

function listPeriods(
  recurrence: Recurrence,
  span: RecurrenceSpan,
  last: CivilDate,
  calendar: Calendar,
): Iterable<Period> {
  if (recurrence.period === "day" || recurrence.period === "workingDay") {
    return listDays(span, last, recurrence.period === "workingDay" ? calendar : undefined);
  }
  const byCalendar = recurrence.from === "calendar" || recurrence.byDay !== undefined;
  return byCalendar
    ? listCalendarPeriods(recurrence.period, span, last)
    : listSpanPeriods(recurrence.period, span, last);
}

function* listDays(span: RecurrenceSpan, last: CivilDate, calendar: Calendar | undefined): Iterable<Period> {
  const end = toEpochDay(last);
  for (let day = toEpochDay(span.from) + (span.firstDayCounts ? 0 : 1); day <= end; day += 1) {
    const on = fromEpochDay(day);
    if (calendar === undefined || isWorkingDay(calendar, on)) yield { index: on, from: on, to: on };
  }
}

type LongPeriod = Exclude<Recurrence["period"], "day" | "workingDay">;

const monthsIn: Readonly<Record<Exclude<LongPeriod, "week">, number>> = {
  month: 1,
  quarter: 3,
  halfYear: 6,
  year: 12,
};

/** Periods counted from the span's first day: the n-th ends on its matching day (Civil Code 202). */
function* listSpanPeriods(period: LongPeriod, span: RecurrenceSpan, last: CivilDate): Iterable<Period> {
  const back = span.firstDayCounts ? -1 : 0;
  let from = span.from;
  for (let n = 1; from <= last; n += 1) {
    const mark = period === "week" ? addDays(span.from, 7 * n) : addMonths(span.from, monthsIn[period] * n);
    const end = addDays(mark, back);
    yield { index: String(n).padStart(2, "0"), from, to: end < span.to ? end : span.to };
    from = addDays(end, 1);
    if (end >= span.to) return;
  }
}

function* listCalendarPeriods(period: LongPeriod, span: RecurrenceSpan, last: CivilDate): Iterable<Period> {
  let first = firstDayOf(period, span.from);
  while (first <= last) {
    const next = period === "week" ? addDays(first, 7) : addMonths(first, monthsIn[period]);
    const end = addDays(next, -1);
    yield {
      index: nameOf(period, first),
      from: first < span.from ? span.from : first,
      to: end < span.to ? end : span.to,
    };
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
