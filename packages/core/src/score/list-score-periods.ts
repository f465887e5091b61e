import type { Calendar } from "../calendar/index.ts";
import { addDays, addMonths, type CivilDate } from "../civil-date/index.ts";
import type { ScoreTerms } from "../contract/index.ts";
import { listPeriods } from "../date-rule/index.ts";

/** A period that is scored: `2026-05`, `2026-Q2` or `2026`, and its days, both included. */
export interface ScorePeriod {
  readonly period: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The day whose terms it is scored by: its last one by the calendar. */
  readonly belongsOn: CivilDate;
}

/** The days of the term that is scored. `to` is absent while its end is open: then periods are known `through` a day. */
export interface ScoredSpan {
  readonly from: CivilDate;
  readonly firstDayCounts: boolean;
  readonly to?: CivilDate;
  readonly through?: CivilDate;
  /** The day on which the contract ended early. */
  readonly endedOn?: CivilDate;
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/**
 * The periods of a score: the calendar months, quarters or years whose last day lies in the term. The first one begins with
 * the term and the last one runs to its end, so that a year has twelve months on whatever day it starts; a term without
 * such a last day is one period, named by its end. What had not ended when the contract ended early is no period.
 */
export function listScorePeriods(
  unit: ScoreTerms["period"],
  span: ScoredSpan,
  calendar: Calendar,
): ScorePeriod[] {
  const { from, firstDayCounts, endedOn } = span;
  const last = span.to ?? span.through;
  if (last === undefined || last < from) return [];
  const recurrence = { schedule: "every", period: unit, span: { span: "window", window: "2000" } } as const;
  const whole = { from, to: last, firstDayCounts };
  const calendarPeriods = [...listPeriods({ ...recurrence, from: "calendar" }, whole, last, calendar)];
  const firstCounted = firstDayCounts ? from : addDays(from, 1);
  const complete = calendarPeriods
    .map(({ index: period, startsOn, from: begins }) => {
      return { period, from: begins, to: addDays(addMonths(startsOn, monthsIn[unit]), -1) };
    })
    .filter(({ to }) => to >= firstCounted && to <= last);
  if (complete.length === 0) return wholeTerm(span, calendarPeriods.at(-1)?.index);
  return complete
    .filter(({ to }) => endedOn === undefined || to <= endedOn)
    .map((each, at) => ({
      period: each.period,
      from: at === 0 ? from : each.from,
      to: each.period === complete.at(-1)?.period ? earlier(span.to ?? each.to, endedOn) : each.to,
      belongsOn: each.to,
    }));
}

function wholeTerm({ from, to, endedOn }: ScoredSpan, period: string | undefined): ScorePeriod[] {
  if (to === undefined || period === undefined || (endedOn !== undefined && endedOn < to)) return [];
  return [{ period, from, to, belongsOn: to }];
}

function earlier(day: CivilDate, other: CivilDate | undefined): CivilDate {
  return other === undefined || day < other ? day : other;
}

/** The period after the one of that name: 2026-12 → 2027-01, 2026-Q4 → 2027-Q1, 2026 → 2027. */
export function nextPeriod(period: string): string {
  const year = Number(period.slice(0, 4));
  const [, quarter] = period.split("-Q");
  if (quarter !== undefined) return quarter === "4" ? `${year + 1}-Q1` : `${year}-Q${Number(quarter) + 1}`;
  if (period.length === 4) return String(year + 1);
  return addMonths(`${period}-01`, 1).slice(0, 7);
}
