import { describe, expect, it } from "vitest";
import { nextPeriod } from "./list-score-periods.ts";
import { listScoreYears } from "./list-score-years.ts";

function years(first: string, count: number): string[] {
  const periods = [{ period: first }];
  while (periods.length < count) periods.push({ period: nextPeriod(periods.at(-1)?.period ?? "") });
  return listScoreYears(periods).map((year) => `${year[0]?.period}…${year.at(-1)?.period}`);
}

describe("listScoreYears", () => {
  it("counts twelve months, four quarters or one year from the first period", () => {
    expect(years("2026-03", 26)).toEqual(["2026-03…2027-02", "2027-03…2028-02", "2028-03…2028-04"]);
    expect(years("2026-Q2", 5)).toEqual(["2026-Q2…2027-Q1", "2027-Q2…2027-Q2"]);
    expect(years("2026", 2)).toEqual(["2026…2026", "2027…2027"]);
    expect(listScoreYears([])).toEqual([]);
  });
});
