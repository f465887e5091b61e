import type { CivilDate } from "../civil-date/index.ts";
import type { Calendar } from "./calendar.ts";
import type { KeyPeriod } from "./named-range.ts";

/** A key period as far as it lies in a range: `period` is the tenant's own, `from` and `to` what is left of it. */
export interface CutKeyPeriod {
  readonly period: KeyPeriod;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The tenant's key periods that overlap a range, both ends included, cut to it, by their first day and key. */
export function keyPeriodsWithin(calendar: Calendar, from: CivilDate, to: CivilDate): CutKeyPeriod[] {
  return calendar.keyPeriods
    .filter((period) => period.from <= to && from <= period.to)
    .toSorted((a, b) => (`${a.from} ${a.key}` < `${b.from} ${b.key}` ? -1 : 1))
    .map((period) => ({
      period,
      from: period.from < from ? from : period.from,
      to: period.to > to ? to : period.to,
    }));
}
