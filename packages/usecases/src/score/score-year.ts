import type { CivilDate } from "@luyue/core/civil-date";
import { listScoreYears, type ScoreSheet, yearScore, type YearScore } from "@luyue/core/score";
import type { ContractState } from "../contract/contract.ts";
import { listScoredPeriods, type ScoreContext, type ScoredPeriod } from "./scored-period.ts";

/** A year of a contract's score: its periods, and the mean of those that are final so far. */
export interface ScoreYear {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly periods: readonly ScoredPeriod[];
  readonly mean?: YearScore;
}

export function listYears(state: ContractState, context: ScoreContext): ScoreYear[] {
  const finals = new Map(state.work.sheets.filter(isFinal).map((sheet) => [sheet.period, sheet.score]));
  return listScoreYears(listScoredPeriods(state, context)).flatMap((periods) => {
    const [first, last] = [periods.at(0), periods.at(-1)];
    if (first === undefined || last === undefined) return [];
    const scores = periods.flatMap(({ period }) => finals.get(period) ?? []);
    // A year's grade goes by the terms that hold as it ends.
    const mean = yearScore(scores, last.version.terms.score?.grades);
    return [{ from: first.from, to: last.to, periods, ...(mean === undefined ? {} : { mean }) }];
  });
}

/** The year that a period is in, so far. */
export function yearOf(period: string, state: ContractState, context: ScoreContext): YearScore | undefined {
  const year = listYears(state, context).find(({ periods }) =>
    periods.some((each) => each.period === period),
  );
  return year?.mean;
}

function isFinal({ state }: ScoreSheet): boolean {
  return state === "final";
}
