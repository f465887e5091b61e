import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar, isWorkingDay } from "../calendar/index.ts";
import { addDays, addMonths, fromEpochDay, toEpochDay } from "../civil-date/index.ts";
import { DomainError } from "../error/index.ts";
import type { Recurrence } from "./date-rule.ts";
import { expandRecurrence, type Occurrence } from "./expand-recurrence.ts";

const calendar = createCalendar();
const term = { span: "term", term: "main" } as const;
type Rest = Partial<Omit<Recurrence, "schedule" | "span" | "period">>;
const every = (period: Recurrence["period"], rest: Rest = {}): Recurrence => ({
  schedule: "every",
  period,
  span: term,
  ...rest,
});
const agreed = (from: string, to: string) => ({ from, to, firstDayCounts: true });
const fromEvent = (from: string, to: string) => ({ from, to, firstDayCounts: false });
/** Contract A's term is agreed by its dates; B's is one year from signing. */
const termA = agreed("2026-04-28", "2027-04-27");
const termB = fromEvent("2026-03-03", "2027-03-03");

const dueDates = (all: readonly Occurrence[]) => all.map(({ dueOn }) => dueOn);
const expand = (recurrence: Recurrence, span: typeof termA, horizonOn?: string) =>
  expandRecurrence(recurrence, span, calendar, horizonOn);

function windowOf({ steps }: Occurrence): { from: string; to: string } {
  const [step] = steps;
  if (step?.step !== "period") throw new Error("an occurrence starts with its period");
  return step;
}

describe("every month, quarter, half-year, year", () => {
  it.each([
    ["month", 12],
    ["quarter", 4],
    ["halfYear", 2],
    ["year", 1],
  ] as const)("of a term of one year: every %s gives %i", (period, count) => {
    for (const span of [termA, termB]) {
      const all = expand(every(period), span);
      expect(all).toHaveLength(count);
      expect(all.map(({ index }) => index)).toEqual(all.map((_, at) => String(at + 1).padStart(2, "0")));
      expect(windowOf(all[0] as Occurrence).from).toBe(span.from);
      expect(windowOf(all.at(-1) as Occurrence).to).toBe(span.to);
    }
  });

  it("counted from the span: an agreed first day is the first, the day of an event is not", () => {
    expect(windowOf(expand(every("month"), termA)[0] as Occurrence)).toMatchObject({ to: "2026-05-27" });
    expect(windowOf(expand(every("month"), termB)[0] as Occurrence)).toMatchObject({ to: "2026-04-03" });
    expect(windowOf(expand(every("month"), termB)[1] as Occurrence)).toMatchObject({ from: "2026-04-04" });
  });

  it("ends with the month that has no matching day", () => {
    const ends = (span: typeof termA) => expand(every("month"), span).map((each) => windowOf(each).to);
    expect(ends(fromEvent("2026-01-31", "2026-05-31"))).toEqual([
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
      "2026-05-31",
    ]);
    expect(ends(agreed("2026-01-31", "2026-05-30"))).toEqual([
      "2026-02-28",
      "2026-03-30",
      "2026-04-30",
      "2026-05-30",
    ]);
    expect(ends(agreed("2026-03-01", "2026-05-31"))).toEqual(["2026-03-31", "2026-04-30", "2026-05-31"]);
    const leap = expand(every("year"), agreed("2024-02-29", "2026-02-28"));
    expect(leap.map((each) => windowOf(each).to)).toEqual(["2025-02-28", "2026-02-28"]);
  });

  it("by the calendar is cut to its span and named after the calendar", () => {
    const all = expand(every("quarter", { from: "calendar" }), termA);
    expect(all.map(({ index }) => index)).toEqual(["2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2"]);
    expect(windowOf(all[0] as Occurrence)).toMatchObject({ from: "2026-04-28", to: "2026-06-30" });
    expect(windowOf(all[4] as Occurrence)).toMatchObject({ from: "2027-04-01", to: "2027-04-27" });
    const halves = expand(every("halfYear", { from: "calendar" }), termA);
    expect(halves.map(({ index }) => index)).toEqual(["2026-H1", "2026-H2", "2027-H1"]);
    expect(expand(every("year", { from: "calendar" }), termA).map(({ index }) => index)).toEqual([
      "2026",
      "2027",
    ]);
  });

  it("has no period for the last day of a month that is the event's own", () => {
    const all = expand(every("month", { from: "calendar" }), fromEvent("2026-03-31", "2026-06-30"));
    expect(all.map(({ index }) => index)).toEqual(["2026-04", "2026-05", "2026-06"]);
  });
});

describe("by a day of the month", () => {
  it("B: by the 10th, off the weekend, twelve times", () => {
    const all = expand(every("month", { byDay: 10 }), termB);
    expect(all.map(({ index }) => index).slice(0, 3)).toEqual(["2026-03", "2026-04", "2026-05"]);
    expect(dueDates(all)).toEqual([
      "2026-03-10",
      "2026-04-10",
      "2026-05-11",
      "2026-06-10",
      "2026-07-10",
      "2026-08-10",
      "2026-09-10",
      "2026-10-10",
      "2026-11-10",
      "2026-12-10",
      "2027-01-11",
      "2027-02-10",
    ]);
  });

  it("the 31st is the last day of a shorter month", () => {
    const all = expand(every("month", { byDay: 31 }), agreed("2026-01-01", "2026-06-30"));
    expect(dueDates(all)).toEqual([
      "2026-02-02",
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
      "2026-06-01",
      "2026-06-30",
    ]);
  });

  it("leaves out a day before the span, the event's own day, and one after the span", () => {
    expect(expand(every("month", { byDay: 10 }), agreed("2026-03-10", "2026-05-09"))).toHaveLength(2);
    expect(expand(every("month", { byDay: 10 }), fromEvent("2026-03-10", "2026-05-10"))).toHaveLength(2);
    const [first] = expand(every("month", { byDay: 10 }), fromEvent("2026-03-11", "2026-05-10"));
    expect(first).toMatchObject({ index: "2026-04", dueOn: "2026-04-10" });
    expect(first?.steps[0]).toMatchObject({ ordinal: 1 });
  });

  it("of a quarter is a day of its first month, wherever the span starts", () => {
    const quarterly = every("quarter", { byDay: 20 });
    const all = expand(quarterly, agreed("2026-02-15", "2026-12-31"));
    expect(dueDates(all)).toEqual(["2026-04-20", "2026-07-20", "2026-10-20"]);
    expect(dueDates(expand(quarterly, agreed("2026-01-15", "2026-04-19")))).toEqual(["2026-01-20"]);
  });

  it("gives twelve in any year from an event, for any day that every month has", () => {
    const starts = fc
      .integer({ min: toEpochDay("2024-01-01"), max: toEpochDay("2032-12-31") })
      .map(fromEpochDay);
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 28 }), (start, byDay) => {
        const span = fromEvent(start, addMonths(start, 12));
        expect(expand(every("month", { byDay }), span)).toHaveLength(12);
        expect(expand(every("month"), span)).toHaveLength(12);
        expect(expand(every("quarter"), span)).toHaveLength(4);
      }),
    );
  });
});

describe("every day, working day, week", () => {
  it("every working day of a week with a make-up Saturday, with its hour", () => {
    const all = expand(every("workingDay", { byTime: "16:00" }), agreed("2026-09-28", "2026-10-11"));
    expect(dueDates(all)).toEqual([
      "2026-09-28",
      "2026-09-29",
      "2026-09-30",
      "2026-10-08",
      "2026-10-09",
      "2026-10-10",
    ]);
    expect(all.every(({ dueTime }) => dueTime === "16:00")).toBe(true);
  });

  it("every day stays on its day, holidays too", () => {
    const all = expand(every("day"), fromEvent("2026-09-30", "2026-10-03"));
    expect(dueDates(all)).toEqual(["2026-10-01", "2026-10-02", "2026-10-03"]);
  });

  it("every week from the span, and by the calendar from Monday to Sunday", () => {
    expect(dueDates(expand(every("week"), fromEvent("2026-06-01", "2026-06-18")))).toEqual([
      "2026-06-08",
      "2026-06-15",
      "2026-06-18",
    ]);
    const byCalendar = expand(every("week", { from: "calendar" }), agreed("2026-06-03", "2026-06-15"));
    expect(byCalendar.map(({ index, dueOn }) => [index, dueOn])).toEqual([
      ["2026-06-01", "2026-06-08"],
      ["2026-06-08", "2026-06-15"],
      ["2026-06-15", "2026-06-15"],
    ]);
  });

  it("is provisional by working days and weeks of a year without arrangement, not by plain days", () => {
    const years = (period: "day" | "workingDay" | "week") =>
      expand(every(period), agreed("2027-06-01", "2027-06-02"))[0]?.provisionalYears;
    expect([years("workingDay"), years("week"), years("day")]).toEqual([[2027], [2027], []]);
  });
});

describe("any recurrence", () => {
  const dates = fc
    .integer({ min: toEpochDay("2024-01-01"), max: toEpochDay("2030-12-31") })
    .map(fromEpochDay);
  const spans = fc
    .record({ from: dates, days: fc.integer({ min: 1, max: 800 }), firstDayCounts: fc.boolean() })
    .map(({ from, days, firstDayCounts }) => ({ from, to: addDays(from, days), firstDayCounts }));
  const periods = fc.constantFrom(...(["week", "month", "quarter", "halfYear", "year"] as const));
  const origins = fc.constantFrom(...(["calendar", "span"] as const));
  const recurrences = fc.oneof(
    fc.tuple(periods, origins).map(([period, from]) => every(period, { from })),
    fc.constantFrom(every("day"), every("workingDay")),
    fc
      .tuple(fc.constantFrom("month", "quarter"), fc.integer({ min: 1, max: 31 }))
      .map(([period, byDay]) => every(period, { byDay })),
  );

  it("has no instance twice, in order, due inside its span or rolled off holidays right after", () => {
    fc.assert(
      fc.property(recurrences, spans, (recurrence, span) => {
        const all = expand(recurrence, span);
        expect(new Set(all.map(({ index }) => index)).size).toBe(all.length);
        for (const [at, { opensOn, dueOn }] of all.entries()) {
          expect(opensOn >= span.from && opensOn <= span.to && opensOn <= dueOn).toBe(true);
          const previous = all[at - 1];
          if (previous !== undefined)
            expect(previous.dueOn <= dueOn && previous.opensOn < opensOn).toBe(true);
          if (dueOn > span.to) expect(isWorkingDay(calendar, span.to)).toBe(false);
        }
      }),
    );
  });

  it("has windows that are disjoint and cover the span", () => {
    fc.assert(
      fc.property(periods, origins, spans, (period, from, span) => {
        const windows = expand(every(period, { from }), span).map(windowOf);
        const first = windows[0]?.from;
        const skipped = span.firstDayCounts ? span.from : addDays(span.from, 1);
        expect([span.from, skipped]).toContain(first);
        expect(windows.at(-1)?.to).toBe(span.to);
        for (const [at, window] of windows.entries()) {
          const previous = windows[at - 1];
          if (previous !== undefined) expect(window.from).toBe(addDays(previous.to, 1));
        }
      }),
    );
  });

  it("up to a horizon is what opens by then, no more and no less", () => {
    fc.assert(
      fc.property(recurrences, spans, dates, (recurrence, span, horizon) => {
        const opened = expand(recurrence, span).filter(({ opensOn }) => opensOn <= horizon);
        expect(expand(recurrence, span, horizon)).toEqual(opened);
      }),
    );
  });

  it("keeps its indexes where the start is corrected by some days", () => {
    fc.assert(
      fc.property(recurrences, spans, fc.integer({ min: 1, max: 6 }), (recurrence, span, days) => {
        const before = expand(recurrence, span);
        const after = expand(recurrence, { ...span, from: addDays(span.from, -days) });
        const kept = new Map(after.map((each) => [each.index, each]));
        expect(before.filter(({ index }) => !kept.has(index))).toEqual([]);
        const byCalendar = recurrence.from === "calendar" || recurrence.byDay !== undefined;
        if (byCalendar || recurrence.period === "day" || recurrence.period === "workingDay") {
          for (const { index, dueOn } of before) expect(kept.get(index)?.dueOn).toBe(dueOn);
        }
      }),
    );
  });

  it("every working day is each working day of the span", () => {
    fc.assert(
      fc.property(spans, (span) => {
        const worked = expand(every("day"), span).filter(({ dueOn }) => isWorkingDay(calendar, dueOn));
        expect(dueDates(expand(every("workingDay"), span))).toEqual(dueDates(worked));
      }),
      { numRuns: 30 },
    );
  });

  it("refuses what no contract has", () => {
    const daily = () => expand(every("day"), agreed("1900-01-01", "2200-12-31"));
    expect(daily).toThrow(DomainError);
    expect(daily).toThrow(/invalid/);
  });
});
