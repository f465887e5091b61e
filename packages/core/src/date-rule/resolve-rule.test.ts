import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countWorkingDays, createCalendar, isWorkingDay } from "../calendar/index.ts";
import { addDays, addMonths, fromEpochDay, toEpochDay } from "../civil-date/index.ts";
import type { DateRule, PeriodUnit } from "./date-rule.ts";
import { fakeContext } from "./fake-context.ts";
import { resolveRule } from "./resolve-rule.ts";

const calendar = createCalendar();
const on = (date: string) => ({ anchor: "date", on: date }) as const;
const signed = { anchor: "event", event: "signed" } as const;
const within = (count: number, unit: PeriodUnit, date: string, roll?: "none" | "next"): DateRule => ({
  rule: "within",
  count,
  unit,
  after: on(date),
  ...(roll === undefined ? {} : { roll }),
});
const before = (count: number, unit: PeriodUnit, date: string): DateRule => ({
  rule: "before",
  count,
  unit,
  before: on(date),
});

/** `opens…due` of a rule, or what it waits for. */
function dates(rule: DateRule, context = fakeContext()): string {
  const resolved = resolveRule(rule, context);
  if (resolved.state === "waiting")
    return `waiting ${resolved.waitingFor.map(({ event }) => event).join(" ")}`;
  const { opensOn, dueOn, dueAt } = resolved;
  return `${opensOn === undefined ? "" : `${opensOn}…`}${dueAt ?? dueOn ?? ""}`;
}

const provisional = (rule: DateRule) => resolveRule(rule, fakeContext()).provisionalYears;

describe("a period after an event", () => {
  it.each([
    // Worked values of the domain.
    [within(10, "workingDay", "2026-04-15"), "2026-04-29"],
    [within(20, "workingDay", "2026-03-03"), "2026-03-31"],
    [within(30, "workingDay", "2026-03-03"), "2026-04-15"],
    [within(20, "workingDay", "2026-03-16"), "2026-04-14"],
    [within(1, "month", "2026-04-27"), "2026-05-27"],
    // The first day is not counted (Civil Code 201).
    [within(1, "day", "2026-06-01"), "2026-06-02"],
    [within(1, "week", "2026-06-01"), "2026-06-08"],
    [within(1, "workingDay", "2026-06-05"), "2026-06-08"],
    // The event on a day off: the next working day is the first.
    [within(1, "workingDay", "2026-06-06"), "2026-06-08"],
    [within(1, "workingDay", "2026-10-03"), "2026-10-08"],
    // Matching day, or the month's last (202).
    [within(1, "month", "2026-01-31"), "2026-02-28"],
    [within(1, "month", "2024-01-31"), "2024-02-29"],
    [within(3, "month", "2025-11-30"), "2026-02-28"],
    [within(1, "year", "2024-02-29"), "2025-02-28"],
    [within(4, "year", "2024-02-29", "none"), "2028-02-29"],
    [within(1, "month", "2026-02-28", "none"), "2026-03-28"],
    // Off a weekend, off National Day, off the eve of a make-up Sunday (203).
    [within(10, "day", "2026-05-27"), "2026-06-08"],
    [within(1, "month", "2026-09-01"), "2026-10-08"],
    [within(10, "day", "2026-09-25"), "2026-10-08"],
    [within(2, "day", "2025-12-31"), "2026-01-04"],
    [within(1, "week", "2025-09-20"), "2025-09-28"],
    // A make-up Saturday is a working day: it ends a period, it is counted.
    [within(1, "month", "2026-09-10"), "2026-10-10"],
    [within(2, "workingDay", "2026-10-08"), "2026-10-10"],
    // The contract says otherwise.
    [within(1, "month", "2026-09-01", "none"), "2026-10-01"],
    [within(1, "month", "2026-09-01", "next"), "2026-10-08"],
    // Nothing to count: the day itself, holiday or not.
    [within(0, "day", "2026-10-01"), "2026-10-01"],
    [within(0, "workingDay", "2026-10-01"), "2026-10-01"],
  ])("%j is %s", (rule, expected) => {
    expect(dates(rule)).toBe(expected);
  });

  it("rolls over a tenant's own closing day into a make-up Saturday", () => {
    const closed = createCalendar({
      closingDays: [{ from: "2026-10-09", to: "2026-10-09", name: { zh: "停电", en: "power cut" } }],
    });
    expect(dates(within(1, "day", "2026-10-08"), fakeContext({ calendar: closed }))).toBe("2026-10-10");
  });

  it.each([
    [within(20, "workingDay", "2026-12-20"), [2027]],
    [within(5, "workingDay", "2026-12-20"), []],
    [within(1, "month", "2026-12-20"), [2027]],
    [within(1, "month", "2026-12-20", "none"), []],
    [within(300, "workingDay", "2026-12-20"), [2027, 2028]],
    [before(5, "workingDay", "2027-01-04"), [2027]],
    [{ rule: "window", window: "2027-Q1" } as const, [2027]],
    [{ rule: "window", window: "2026" } as const, []],
    [{ rule: "on", anchor: on("2027-10-01") } as const, []],
  ])("%j rests on the unpublished years %j", (rule, years) => {
    expect(provisional(rule)).toEqual(years);
  });

  it("counts no National Day of a year that is not published as a working day", () => {
    expect(dates(within(1, "workingDay", "2027-09-30"))).toBe("2027-10-04");
    expect(dates(within(1, "day", "2027-09-30"))).toBe("2027-10-04");
  });
});

describe("a time before an event", () => {
  it.each([
    [before(10, "workingDay", "2026-05-27"), "2026-05-13"],
    [before(5, "workingDay", "2026-10-08"), "2026-09-23"],
    [before(5, "day", "2026-10-06"), "2026-10-01"],
    [before(1, "week", "2026-06-08"), "2026-06-01"],
    [before(1, "month", "2026-03-31"), "2026-02-28"],
    [before(1, "year", "2028-02-29"), "2027-02-28"],
    [before(0, "day", "2026-10-01"), "2026-10-01"],
  ])("%j is %s, and is not moved later", (rule, expected) => {
    expect(dates(rule)).toBe(expected);
  });
});

describe("hours and minutes", () => {
  const requested = (at: string) => fakeContext({ events: [{ kind: "requested", of: "response", at }] });
  const clock = (count: number, unit: "hour" | "minute"): DateRule => ({
    rule: "clock",
    count,
    unit,
    after: { anchor: "event", event: "requested", of: "response" },
  });

  it.each([
    [clock(2, "hour"), "2026-06-01T09:30:00+08:00", "2026-06-01T11:30:00+08:00"],
    [clock(30, "minute"), "2026-10-01T23:45:00+08:00", "2026-10-02T00:15:00+08:00"],
    [clock(2, "hour"), "2026-06-01T16:30:00Z", "2026-06-02T02:30:00+08:00"],
    [clock(48, "hour"), "2026-02-27T12:00:30+08:00", "2026-03-01T12:00:30+08:00"],
  ])("%j run from %s to %s, holidays or not", (rule, at, end) => {
    expect(dates(rule, requested(at))).toBe(end);
    expect(resolveRule(rule, requested(at))).toMatchObject({ dueOn: end.slice(0, 10) });
  });

  it("run from midnight where only the day is known", () => {
    expect(dates({ rule: "clock", count: 2, unit: "hour", after: on("2026-06-01") })).toBe(
      "2026-06-01T02:00:00+08:00",
    );
  });
});

describe("dates, windows and spans", () => {
  it.each([
    [{ rule: "on", anchor: on("2026-04-28") }, "2026-04-28"],
    [{ rule: "on", anchor: on("2026-10-01") }, "2026-10-01"],
    [{ rule: "from", anchor: on("2026-04-28") }, "2026-04-28…"],
    [{ rule: "window", window: "2026" }, "2026-01-01…2026-12-31"],
    [{ rule: "window", window: "2026-H1" }, "2026-01-01…2026-06-30"],
    [{ rule: "window", window: "2026-H2" }, "2026-07-01…2026-12-31"],
    [{ rule: "window", window: "2026-Q3" }, "2026-07-01…2026-09-30"],
    [{ rule: "window", window: "2026-02" }, "2026-02-01…2026-02-28"],
    [{ rule: "window", window: "2026-05" }, "2026-05-01…2026-06-01"],
    [{ rule: "between", from: on("2026-04-28"), to: on("2027-04-27") }, "2026-04-28…2027-04-27"],
  ] satisfies [DateRule, string][])("%j is %s", (rule, expected) => {
    expect(dates(rule)).toBe(expected);
  });

  it("between waits for both edges, each once", () => {
    const rule: DateRule = {
      rule: "between",
      from: signed,
      to: { anchor: "event", event: "acceptancePassed", of: "final" },
    };
    expect(dates(rule)).toBe("waiting signed acceptancePassed");
    expect(dates(rule, fakeContext({ events: [{ kind: "signed", on: "2026-03-03" }] }))).toBe(
      "waiting acceptancePassed",
    );
  });
});

describe("the later and the earlier of rules", () => {
  const waiting: DateRule = { rule: "within", count: 5, unit: "day", after: signed };
  const open: DateRule = { rule: "from", anchor: on("2026-06-01") };
  const of = (rule: "later" | "earlier", ...all: DateRule[]): DateRule => ({ rule, of: all });
  const june = within(0, "day", "2026-06-05");
  const july = within(0, "day", "2026-07-03");

  it.each([
    [of("later", june, july), "2026-07-03"],
    [of("earlier", june, july), "2026-06-05"],
    [of("earlier", july, june), "2026-06-05"],
    [of("later", june, waiting), "waiting signed"],
    [of("earlier", june, waiting), "2026-06-05"],
    [of("earlier", waiting, waiting), "waiting signed signed"],
    // What has no deadline bounds nothing, and is later than everything.
    [of("earlier", open, june), "2026-06-05"],
    [of("later", open, june), "2026-06-01…"],
    [of("earlier", open, waiting), "waiting signed"],
    [of("later", { rule: "window", window: "2026-Q2" }, june), "2026-04-01…2026-06-30"],
  ])("%j is %s", (rule, expected) => {
    expect(dates(rule)).toBe(expected);
  });

  it("compares hours of one day, and a day alone lasts until its end", () => {
    const trigger = { kind: "requested", of: "x", at: "2026-06-05T09:00:00+08:00" } as const;
    const after = { anchor: "trigger" } as const;
    const soon: DateRule = { rule: "clock", count: 30, unit: "minute", after };
    const late: DateRule = { rule: "clock", count: 2, unit: "hour", after };
    const context = fakeContext({ trigger });
    expect(dates(of("later", soon, late), context)).toBe("2026-06-05T11:00:00+08:00");
    expect(dates(of("earlier", late, soon), context)).toBe("2026-06-05T09:30:00+08:00");
    expect(dates(of("later", late, june), context)).toBe("2026-06-05");
    expect(dates(of("earlier", june, late), context)).toBe("2026-06-05T11:00:00+08:00");
  });

  it("names what it chose", () => {
    expect(resolveRule(of("later", june, july), fakeContext()).steps.at(-1)).toEqual({
      step: "last",
      on: "2026-07-03",
    });
    expect(resolveRule(of("earlier", june, waiting), fakeContext()).steps.at(-1)).toEqual({
      step: "first",
      on: "2026-06-05",
    });
  });
});

describe("any period", () => {
  const anyDate = fc
    .integer({ min: toEpochDay("2021-01-01"), max: toEpochDay("2035-12-31") })
    .map(fromEpochDay);

  it("of working days ends on one, with that many in it", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 300 }), (start, count) => {
        const due = dates(within(count, "workingDay", start));
        expect(isWorkingDay(calendar, due)).toBe(true);
        expect(countWorkingDays(calendar, start, due)).toBe(count);
      }),
    );
  });

  it("ends on a working day at or after its last day, with none in between", () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.constantFrom("day", "week", "month", "year"),
        fc.integer({ min: 1, max: 40 }),
        (start, unit, count) => {
          const last = dates(within(count, unit, start, "none"));
          const due = dates(within(count, unit, start));
          expect(due >= last).toBe(true);
          expect(isWorkingDay(calendar, due)).toBe(true);
          expect(countWorkingDays(calendar, addDays(last, -1), due)).toBe(1);
        },
      ),
    );
  });

  it("of months ends on the matching day or on the month's last", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (start, count) => {
        const last = dates(within(count, "month", start, "none"));
        const [month, day] = [last.slice(0, 7), last.slice(8)];
        const wanted = toEpochDay(`${addMonths(`${start.slice(0, 7)}-01`, count).slice(0, 7)}-01`);
        expect(month).toBe(fromEpochDay(wanted).slice(0, 7));
        if (day !== start.slice(8)) expect(addDays(last, 1).slice(8)).toBe("01");
      }),
    );
  });

  it("before an event is undone by one after it, in working days", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (end, count) => {
        const start = dates(before(count, "workingDay", end));
        expect(countWorkingDays(calendar, start, addDays(end, -1))).toBe(count - 1);
        expect(isWorkingDay(calendar, start)).toBe(true);
      }),
    );
  });
});
