import type { CivilDate } from "@luyue/core/civil-date";
import { listScoreYears, type ScoreSheet, yearScore, type YearScore } from "@luyue/core/score";
import type { ScoredPeriod } from "./scored-period.ts";

/** A year of a contract's score: its periods, and the mean of those that are final so far. */
export interface ScoreYear {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly periods: readonly ScoredPeriod[];
  readonly mean?: YearScore;
}

/** The years of a score by its periods in order, with what is final of the sheets. */
export function listYears(periods: readonly ScoredPeriod[], sheets: readonly ScoreSheet[]): ScoreYear[] {
  const finals = new Map(sheets.filter(isFinal).map((sheet) => [sheet.period, sheet.score]));
  return listScoreYears(periods).flatMap((year) => {
    const [first, last] = [year.at(0), year.at(-1)];
    if (first === undefined || last === undefined) return [];
    const scores = year.flatMap(({ period }) => finals.get(period) ?? []);
    // A year's grade goes by the terms that hold as it ends.
    const mean = yearScore(scores, last.version.terms.score?.grades);
    return [{ from: first.from, to: last.to, periods: year, ...(mean === undefined ? {} : { mean }) }];
  });
}

/** The year that a period is in, so far. */
export function yearOf(
  period: string,
  periods: readonly ScoredPeriod[],
  sheets: readonly ScoreSheet[],
): YearScore | undefined {
  const years = listYears(periods, sheets);
  return years.find((year) => year.periods.some((each) => each.period === period))?.mean;
}

function isFinal({ state }: ScoreSheet): boolean {
  return state === "final";
}
