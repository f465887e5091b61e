import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/index.ts";
import { addDays, type CivilDate } from "../civil-date/index.ts";
import { listScorePeriods, type ScorePeriod } from "./list-score-periods.ts";
import { mergeScorePeriods, type VersionedPeriods } from "./merge-score-periods.ts";

type Unit = "month" | "quarter" | "year";
const calendar = createCalendar();
const start = "2026-04-15";
const version = (
  unit: Unit,
  to: CivilDate,
  from?: CivilDate,
  first: CivilDate = start,
): VersionedPeriods => ({
  periods: listScorePeriods(unit, { from: first, firstDayCounts: true, to }, calendar),
  ...(from === undefined ? {} : { from }),
});
const none = (from: CivilDate): VersionedPeriods => ({ periods: [], from });
const show = (versions: readonly VersionedPeriods[]) =>
  mergeScorePeriods(versions)
    .flatMap((own, at) => own.map(({ period, from, to }) => `${at + 1}: ${period} ${from} ${to}`))
    .toSorted((one, other) => (one.slice(-21) < other.slice(-21) ? -1 : 1));

describe("mergeScorePeriods", () => {
  it.each(["2027-04-01", "2027-04-05"])("a term extended on %s, in the days after its last month", (from) => {
    const all = show([version("month", "2027-04-14"), version("month", "2027-07-14", from)]);
    expect(all.slice(-4)).toEqual([
      "1: 2027-03 2027-03-01 2027-03-31",
      "2: 2027-04 2027-04-01 2027-04-30",
      "2: 2027-05 2027-05-01 2027-05-31",
      "2: 2027-06 2027-06-01 2027-07-14",
    ]);
  });

  it("a term extended after it was over: the months between belong to the day of change", () => {
    const versions = [version("month", "2027-04-14"), version("month", "2027-07-14", "2027-06-10")];
    expect(show(versions).slice(-3)).toEqual([
      "2: 2027-04 2027-04-01 2027-04-30",
      "2: 2027-05 2027-05-01 2027-05-31",
      "2: 2027-06 2027-06-01 2027-07-14",
    ]);
    expect(mergeScorePeriods(versions)[1]?.map(({ belongsOn }) => belongsOn)).toEqual([
      "2027-06-10",
      "2027-06-10",
      "2027-06-30",
    ]);
  });

  it("a term that is cut short ends its last month later", () => {
    const all = show([version("month", "2027-04-14"), version("month", "2026-09-20", "2026-09-10")]);
    expect(all.at(-1)).toBe("1: 2026-08 2026-08-01 2026-09-20");
    const quarters = show([version("month", "2027-04-14"), version("quarter", "2026-09-20", "2026-09-10")]);
    expect(quarters.at(-1)).toBe("1: 2026-08 2026-08-01 2026-09-20");
  });

  it("a score that ends, and begins again, has no months between; one that begins has none before", () => {
    const month = version("month", "2026-11-14");
    const again = show([month, none("2026-07-01"), version("month", "2026-11-14", "2026-09-20")]);
    expect(again).toEqual([
      "1: 2026-04 2026-04-15 2026-04-30",
      "1: 2026-05 2026-05-01 2026-05-31",
      "1: 2026-06 2026-06-01 2026-06-30",
      "3: 2026-09 2026-09-01 2026-09-30",
      "3: 2026-10 2026-10-01 2026-11-14",
    ]);
    const added = [{ periods: [] }, version("month", "2026-11-14", "2026-09-20")];
    expect(show(added)[0]).toBe("2: 2026-09 2026-09-01 2026-09-30");
  });

  it("months become quarters and quarters months, each day once", () => {
    expect(show([version("month", "2026-12-31"), version("quarter", "2026-12-31", "2026-06-15")])).toEqual([
      "1: 2026-04 2026-04-15 2026-04-30",
      "1: 2026-05 2026-05-01 2026-05-31",
      "2: 2026-Q2 2026-06-01 2026-06-30",
      "2: 2026-Q3 2026-07-01 2026-09-30",
      "2: 2026-Q4 2026-10-01 2026-12-31",
    ]);
    expect(show([version("quarter", "2026-12-31"), version("month", "2026-10-14", "2026-08-15")])).toEqual([
      "1: 2026-Q2 2026-04-15 2026-06-30",
      "2: 2026-07 2026-07-01 2026-07-31",
      "2: 2026-08 2026-08-01 2026-08-31",
      "2: 2026-09 2026-09-01 2026-10-14",
    ]);
  });

  it("another term that is scored leaves the days between alone", () => {
    const versions = [
      version("month", "2026-07-10"),
      version("month", "2026-12-31", "2026-07-05", "2026-10-08"),
    ];
    expect(show(versions).slice(2, 4)).toEqual([
      "1: 2026-06 2026-06-01 2026-07-10",
      "2: 2026-10 2026-10-08 2026-10-31",
    ]);
  });

  it("has every day of the present term in exactly one period, however often it was changed", () => {
    const days = (most: number) => fc.integer({ min: 1, max: most }).map((count) => addDays(start, count));
    const change = fc.record({
      unit: fc.constantFrom<Unit>("month", "quarter", "year"),
      to: days(900),
      from: days(900),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const dates = [...new Set(changes.map(({ from }) => from))].toSorted();
        const versions = changes
          .slice(0, dates.length)
          .map(({ unit, to }, at) => version(unit, to, at === 0 ? undefined : dates[at]));
        const merged = mergeScorePeriods(versions).flat().toSorted(byDay);
        expect(merged[0]?.from).toBe(start);
        const end = versions.at(-1)?.periods.at(-1)?.to ?? "";
        expect((merged.at(-1)?.to ?? "") >= end).toBe(true);
        for (const [at, each] of merged.entries()) {
          expect(each.from <= each.to).toBe(true);
          if (at > 0) expect(each.from).toBe(addDays(merged[at - 1]?.to ?? "", 1));
        }
        expect(new Set(merged.map(({ period }) => period)).size).toBe(merged.length);
      }),
      { numRuns: 300 },
    );
  });

  it("is nothing new for terms that were never changed", () => {
    const only = version("month", "2027-04-14");
    expect(mergeScorePeriods([only])).toEqual([only.periods]);
    expect(mergeScorePeriods([])).toEqual([]);
  });
});

function byDay(one: ScorePeriod, other: ScorePeriod): number {
  return one.from < other.from ? -1 : 1;
}
