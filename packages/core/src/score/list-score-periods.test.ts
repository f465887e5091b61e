import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/index.ts";
import { addDays, daysBetween, lastDayOfMonth } from "../civil-date/index.ts";
import { listScorePeriods, nextPeriod, type ScoredSpan } from "./list-score-periods.ts";

const calendar = createCalendar();
const list = (span: Partial<ScoredSpan>, unit: "month" | "quarter" | "year" = "month") =>
  listScorePeriods(
    unit,
    { from: "2026-03-03", firstDayCounts: false, to: "2027-03-03", ...span },
    calendar,
  ).map(({ period, from, to }) => `${period} ${from} ${to}`);

describe("listScorePeriods", () => {
  it("a year from 3 March has twelve months: the first begins with it, the last runs to its end", () => {
    const all = list({});
    expect(all).toHaveLength(12);
    expect(all.slice(0, 2)).toEqual(["2026-03 2026-03-03 2026-03-31", "2026-04 2026-04-01 2026-04-30"]);
    expect(all.slice(-2)).toEqual(["2027-01 2027-01-01 2027-01-31", "2027-02 2027-02-01 2027-03-03"]);
  });

  it("signed on the last day of a month, that day is none of the term's own", () => {
    const span = { from: "2026-04-30", to: "2027-04-30" };
    expect(list(span)).toHaveLength(12);
    expect(list(span)[0]).toBe("2026-05 2026-04-30 2026-05-31");
    expect(list({ ...span, firstDayCounts: true })).toHaveLength(13);
  });

  it("has quarters and years likewise", () => {
    expect(list({}, "quarter")).toEqual([
      "2026-Q1 2026-03-03 2026-03-31",
      "2026-Q2 2026-04-01 2026-06-30",
      "2026-Q3 2026-07-01 2026-09-30",
      "2026-Q4 2026-10-01 2027-03-03",
    ]);
    expect(list({}, "year")).toEqual(["2026 2026-03-03 2027-03-03"]);
    expect(list({ to: "2028-12-31" }, "year")).toHaveLength(3);
  });

  it("makes one period of a term that holds no whole one's end", () => {
    expect(list({ to: "2026-03-20" })).toEqual(["2026-03 2026-03-03 2026-03-20"]);
    expect(list({ from: "2026-05-04", to: "2026-11-03" }, "year")).toEqual(["2026 2026-05-04 2026-11-03"]);
    expect(list({ to: "2026-03-20", endedOn: "2026-03-10" })).toEqual([]);
  });

  it("ends with an early end: the month that it breaks off is none", () => {
    expect(list({ endedOn: "2026-05-30" }).at(-1)).toBe("2026-04 2026-04-01 2026-04-30");
    expect(list({ endedOn: "2026-05-31" }).at(-1)).toBe("2026-05 2026-05-01 2026-05-31");
    expect(list({ endedOn: "2027-03-01" }).at(-1)).toBe("2027-02 2027-02-01 2027-03-01");
    expect(list({ endedOn: "2026-03-04" })).toEqual([]);
  });

  it("knows of an open term what has ended", () => {
    const open = { from: "2026-03-03", firstDayCounts: false, through: "2026-05-30" };
    expect(listScorePeriods("month", open, calendar).map(({ period }) => period)).toEqual([
      "2026-03",
      "2026-04",
    ]);
    expect(listScorePeriods("month", { from: "2026-03-03", firstDayCounts: false }, calendar)).toEqual([]);
  });

  it("covers every day of a term once, each period named as the one after the last", () => {
    const anyTerm = fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 1500 }));
    fc.assert(
      fc.property(
        anyTerm,
        fc.constantFrom("month", "quarter", "year"),
        fc.boolean(),
        ([start, days], unit, counts) => {
          const from = addDays("2025-01-01", start);
          const to = addDays(from, days);
          const periods = listScorePeriods(unit, { from, firstDayCounts: counts, to }, calendar);
          expect([periods[0]?.from, periods.at(-1)?.to]).toEqual([from, to]);
          for (const [at, each] of periods.entries()) {
            const next = periods[at + 1];
            if (next === undefined) continue;
            expect(daysBetween(each.to, next.from)).toBe(1);
            expect(each.to).toBe(lastDayOfMonth(each.to));
            expect(next.period).toBe(nextPeriod(each.period));
          }
        },
      ),
    );
  });
});
