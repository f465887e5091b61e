import { afterEach, describe, expect, it, vi } from "vitest";
import { addDays, weekdayOf } from "../civil-date/index.ts";
import {
  type Arrangement,
  arrangementSchema,
  closingDaySchema,
  createCalendar,
  dayOf,
  isWorkingDay,
  keyPeriodListSchema,
  keyPeriodSchema,
  publishedArrangements,
} from "./index.ts";

const name = { zh: "元旦", en: "New Year's Day" };
const source = { title: "通知", document: "号", publishedOn: "2026-11-04" };
const arrangement: Arrangement = {
  year: 2027,
  source,
  holidays: [{ name, from: "2027-01-01", to: "2027-01-03" }],
  makeUpDays: ["2026-12-27"],
};
const messagesOf = (input: unknown): string[] =>
  arrangementSchema.safeParse(input).error?.issues.map((issue) => issue.message) ?? [];

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("published arrangements", () => {
  it("follow their own schema", () => {
    for (const published of publishedArrangements) expect(messagesOf(published)).toEqual([]);
    expect(publishedArrangements.map(({ year }) => year)).toEqual([2024, 2025, 2026]);
  });

  it("agree with an independent table on all 1096 days", async () => {
    // The other table is wrong west of Greenwich, from the moment it is loaded.
    vi.stubEnv("TZ", "Asia/Shanghai");
    const { getDayDetail } = await import("chinese-days");
    const calendar = createCalendar();
    const wrong: string[] = [];
    let days = 0;
    for (let date = "2024-01-01"; date <= "2026-12-31"; date = addDays(date, 1)) {
      const theirs = getDayDetail(date);
      const off = theirs.name.includes(",") && !theirs.work;
      const weekend = weekdayOf(date) >= 6;
      const kind = off ? "holiday" : weekend ? (theirs.work ? "makeUp" : "weekend") : "weekday";
      if (isWorkingDay(calendar, date) !== theirs.work) wrong.push(`${date} working`);
      if (dayOf(calendar, date).kind !== kind) wrong.push(`${date} ${kind}`);
      days += 1;
    }
    expect(wrong).toEqual([]);
    expect(days).toBe(1096);
  });
});

describe("arrangementSchema", () => {
  it("takes a make-up day in the December before", () => {
    expect(messagesOf(arrangement)).toEqual([]);
  });

  it.each([
    ["a make-up day in the week", { makeUpDays: ["2027-01-04"] }, "must be a weekend day"],
    ["a make-up day inside a holiday", { makeUpDays: ["2027-01-02"] }, "both a day off"],
    ["a make-up day twice", { makeUpDays: ["2027-02-06", "2027-02-06"] }, "given twice"],
    ["a day of another year", { makeUpDays: ["2028-01-08"] }, "not within that year"],
    ["a date that does not exist", { makeUpDays: ["2027-02-29"] }, "no such date"],
    ["a holiday backwards", { holidays: [{ name, from: "2027-01-03", to: "2027-01-01" }] }, "ends before"],
    [
      "holidays that overlap",
      { holidays: [...arrangement.holidays, { name, from: "2027-01-03", to: "2027-01-05" }] },
      "overlaps",
    ],
  ])("refuses %s", (_, change, message) => {
    expect(messagesOf({ ...arrangement, ...change }).join()).toContain(message);
  });
});

describe("named ranges", () => {
  it("end on or after their start", () => {
    const range = { name, from: "2026-05-06", to: "2026-05-06" };
    expect(closingDaySchema.parse(range)).toEqual(range);
    expect(keyPeriodSchema.parse({ ...range, key: "two-sessions" }).key).toBe("two-sessions");
    expect(closingDaySchema.safeParse({ ...range, to: "2026-05-05" }).success).toBe(false);
    expect(keyPeriodSchema.safeParse({ ...range, key: "k", to: "2026-05-05" }).success).toBe(false);
    expect(keyPeriodSchema.safeParse({ ...range, key: "两会" }).success).toBe(false);
    const twice = keyPeriodListSchema.safeParse([
      { ...range, key: "a" },
      { ...range, key: "b" },
      { ...range, key: "a" },
    ]);
    expect(twice.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [
        [2, "key"],
        "键 a 已用于第1个重保时期，请另取，例如加上年份 / key a is taken by key period 1: choose another, such as one with the year",
      ],
    ]);
  });
});
