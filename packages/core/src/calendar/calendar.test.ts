import { describe, expect, it } from "vitest";
import { DomainError } from "../error/index.ts";
import {
  type Arrangement,
  createCalendar,
  dayOf,
  isProvisional,
  isWorkingDay,
  makeUpDaysBetween,
  nonWorkingRuns,
  provisionalYears,
  publishedArrangements,
} from "./index.ts";

const calendar = createCalendar();
const spring = { zh: "春节", en: "Spring Festival" };
const national = { zh: "国庆节", en: "National Day" };
const stocktaking = { zh: "盘点", en: "Stocktaking" };
const arrangement2027: Arrangement = {
  year: 2027,
  source: { title: "测试用安排", document: "测试", publishedOn: "2026-11-25" },
  holidays: [
    { name: { zh: "元旦", en: "New Year's Day" }, from: "2026-12-31", to: "2027-01-01" },
    { name: national, from: "2027-10-01", to: "2027-10-07" },
  ],
  makeUpDays: ["2026-12-27", "2027-10-09"],
};

describe("dayOf", () => {
  it("tells each kind of day", () => {
    const kinds = ["2026-10-09", "2026-10-10", "2026-10-11", "2026-10-03"].map(
      (date) => dayOf(calendar, date).kind,
    );
    expect(kinds).toEqual(["weekday", "makeUp", "weekend", "holiday"]);
    expect(dayOf(calendar, "2026-02-20")).toEqual({
      date: "2026-02-20",
      working: false,
      kind: "holiday",
      name: spring,
      provisional: false,
    });
    expect(dayOf(calendar, "2026-02-28")).toEqual({
      date: "2026-02-28",
      working: true,
      kind: "makeUp",
      provisional: false,
    });
  });

  it("never takes National Day of an unarranged year for a working day, and says that it is provisional", () => {
    expect(dayOf(calendar, "2027-10-01")).toEqual({
      date: "2027-10-01",
      working: false,
      kind: "holiday",
      name: national,
      provisional: true,
    });
    expect(dayOf(calendar, "2027-10-04")).toMatchObject({ working: true, provisional: true });
    for (let year = 2020; year <= 2100; year += 1) {
      expect(isWorkingDay(calendar, `${year}-10-01`)).toBe(false);
    }
  });

  it("closes only what would be worked", () => {
    const closed = createCalendar({
      closingDays: [{ from: "2026-10-07", to: "2026-10-11", name: stocktaking }],
    });
    const kinds = ["07", "08", "09", "10", "11", "12"].map((day) => dayOf(closed, `2026-10-${day}`).kind);
    expect(kinds).toEqual(["holiday", "closing", "closing", "closing", "weekend", "weekday"]);
    expect(dayOf(closed, "2026-10-10").name).toEqual(stocktaking);
    expect(dayOf(calendar, "2026-10-08").kind).toBe("weekday");
  });

  it("refuses what is no date", () => {
    expect(() => dayOf(calendar, "2026-02-30")).toThrow(DomainError);
    expect(() => isWorkingDay(calendar, "2101-01-03")).toThrow(DomainError);
  });
});

describe("createCalendar", () => {
  it("follows a newly published arrangement, in the December before as well", () => {
    const loaded = createCalendar({ arrangements: [...publishedArrangements, arrangement2027] });
    expect(dayOf(loaded, "2027-10-04")).toMatchObject({ working: false, provisional: false });
    expect(dayOf(loaded, "2027-10-09")).toMatchObject({ working: true, kind: "makeUp" });
    expect(dayOf(loaded, "2027-05-03").working).toBe(true);
    expect(isWorkingDay(calendar, "2026-12-31")).toBe(true);
    expect(isWorkingDay(loaded, "2026-12-31")).toBe(false);
    expect(isWorkingDay(loaded, "2026-12-27")).toBe(true);
  });

  it("does not depend on the order of the arrangements", () => {
    const arrangements = [...publishedArrangements, arrangement2027];
    const backwards = createCalendar({ arrangements: arrangements.toReversed() });
    expect(dayOf(backwards, "2026-12-31")).toMatchObject({ kind: "holiday" });
    expect(nonWorkingRuns(backwards, "2024-01-01", "2028-12-31")).toEqual(
      nonWorkingRuns(createCalendar({ arrangements }), "2024-01-01", "2028-12-31"),
    );
  });

  it("takes the later year's word where two arrangements speak of one day", () => {
    const older: Arrangement = {
      ...arrangement2027,
      year: 2026,
      holidays: [{ name: spring, from: "2026-12-26", to: "2026-12-27" }],
      makeUpDays: [],
    };
    for (const arrangements of [
      [older, arrangement2027],
      [arrangement2027, older],
    ]) {
      const loaded = createCalendar({ arrangements });
      expect(dayOf(loaded, "2026-12-26").name).toEqual(spring);
      expect(dayOf(loaded, "2026-12-27")).toEqual({
        date: "2026-12-27",
        working: true,
        kind: "makeUp",
        provisional: false,
      });
    }
  });

  it("refuses two arrangements of one year, and a closing backwards", () => {
    expect(() => createCalendar({ arrangements: [arrangement2027, arrangement2027] })).toThrow(
      "two arrangements for 2027",
    );
    expect(() =>
      createCalendar({ closingDays: [{ from: "2026-05-02", to: "2026-05-01", name: stocktaking }] }),
    ).toThrow("ends before");
  });

  it("refuses two key periods of one key, and one backwards", () => {
    const period = { key: "event", name: stocktaking, from: "2026-05-01", to: "2026-05-05" };
    const again = { ...period, from: "2027-05-01", to: "2027-05-05" };
    expect(() => createCalendar({ keyPeriods: [period, again] })).toThrow(
      "two key periods with the key event",
    );
    expect(() => createCalendar({ keyPeriods: [{ ...period, to: "2026-04-30" }] })).toThrow("ends before");
  });

  it("is not changed by who passed the lists", () => {
    const closingDays = [{ from: "2026-11-23", to: "2026-11-23", name: stocktaking }];
    const closed = createCalendar({ closingDays });
    closingDays.pop();
    expect(isWorkingDay(closed, "2026-11-23")).toBe(false);
  });
});

describe("provisional years", () => {
  it("are those without an arrangement", () => {
    expect([2023, 2024, 2026, 2027].map((year) => isProvisional(calendar, year))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(provisionalYears(calendar, "2025-06-01", "2028-01-01")).toEqual([2027, 2028]);
    expect(provisionalYears(calendar, "2024-01-01", "2026-12-31")).toEqual([]);
    expect(provisionalYears(calendar, "2028-01-01", "2027-01-01")).toEqual([]);
  });
});

describe("days in a range", () => {
  it("merges days of one kind and name", () => {
    const closed = createCalendar({
      closingDays: [{ from: "2026-02-24", to: "2026-02-25", name: stocktaking }],
    });
    expect(nonWorkingRuns(closed, "2026-02-07", "2026-03-01")).toEqual([
      { from: "2026-02-07", to: "2026-02-08", kind: "weekend" },
      { from: "2026-02-15", to: "2026-02-23", kind: "holiday", name: spring },
      { from: "2026-02-24", to: "2026-02-25", kind: "closing", name: stocktaking },
      { from: "2026-03-01", to: "2026-03-01", kind: "weekend" },
    ]);
    expect(nonWorkingRuns(closed, "2026-02-20", "2026-02-21")).toEqual([
      { from: "2026-02-20", to: "2026-02-21", kind: "holiday", name: spring },
    ]);
    expect(nonWorkingRuns(closed, "2026-02-21", "2026-02-20")).toEqual([]);
  });

  it("keeps apart what is not next to each other, or has another name", () => {
    expect(nonWorkingRuns(calendar, "2026-11-15", "2026-11-21")).toEqual([
      { from: "2026-11-15", to: "2026-11-15", kind: "weekend" },
      { from: "2026-11-21", to: "2026-11-21", kind: "weekend" },
    ]);
    const october = nonWorkingRuns(calendar, "2031-09-30", "2031-10-05");
    expect(october.map(({ from, to, name }) => [from, to, name?.zh])).toEqual([
      ["2031-10-01", "2031-10-01", "国庆节、中秋节"],
      ["2031-10-02", "2031-10-03", "国庆节"],
      ["2031-10-04", "2031-10-05", undefined],
    ]);
  });

  it("lists the weekend days that are worked", () => {
    expect(makeUpDaysBetween(calendar, "2026-02-14", "2026-05-09")).toEqual([
      "2026-02-14",
      "2026-02-28",
      "2026-05-09",
    ]);
    expect(makeUpDaysBetween(calendar, "2027-01-01", "2027-12-31")).toEqual([]);
  });
});
