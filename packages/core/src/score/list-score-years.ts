import type { ScorePeriod } from "./list-score-periods.ts";

/** The periods of each year of a score: twelve months, four quarters or one year, counted from the first period of the term. */
export function listScoreYears<P extends Pick<ScorePeriod, "period">>(periods: readonly P[]): readonly P[][] {
  const years: P[][] = [];
  let months = 12;
  for (const each of periods) {
    if (months >= 12) {
      years.push([]);
      months = 0;
    }
    years.at(-1)?.push(each);
    months += monthsOf(each.period);
  }
  return years;
}

function monthsOf(period: string): number {
  return period.length === 4 ? 12 : period.includes("Q") ? 3 : 1;
}
