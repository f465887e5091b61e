import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { calendarWindowSchema, dateRuleSchema, scheduleSchema } from "./date-rule.ts";
import { windowBounds } from "./calendar-window.ts";

const signed = { anchor: "event", event: "signed" };
const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe("dateRuleSchema", () => {
  it.each([
    { rule: "on", anchor: { anchor: "date", on: "2026-04-28" } },
    { rule: "from", anchor: signed },
    { rule: "within", count: 10, unit: "workingDay", after: signed, roll: "none" },
    { rule: "before", count: 0, unit: "day", before: { anchor: "due", of: "payment.t1" } },
    { rule: "clock", count: 2, unit: "hour", after: { anchor: "trigger" } },
    { rule: "window", window: "2026-Q3" },
    { rule: "between", from: signed, to: { anchor: "term", term: "main", edge: "end" } },
    {
      rule: "later",
      of: [
        { rule: "on", anchor: signed },
        { rule: "window", window: "2026" },
      ],
    },
    {
      rule: "on",
      anchor: {
        anchor: "lastOf",
        of: [
          signed,
          { anchor: "firstOf", of: [signed, { anchor: "rule", rule: { rule: "on", anchor: signed } }] },
        ],
      },
    },
  ])("takes %j", (rule) => {
    expect(dateRuleSchema.parse(rule)).toEqual(rule);
  });

  it.each([
    { rule: "on", anchor: { anchor: "date", on: "2026-02-30" } },
    { rule: "within", count: -1, unit: "day", after: signed },
    { rule: "within", count: 1.5, unit: "day", after: signed },
    { rule: "within", count: 1, unit: "hour", after: signed },
    { rule: "within", count: 1, unit: "day", after: signed, extra: true },
    { rule: "clock", count: 0, unit: "hour", after: signed },
    { rule: "clock", count: 2, unit: "day", after: signed },
    { rule: "later", of: [{ rule: "on", anchor: signed }] },
    { rule: "on", anchor: { anchor: "lastOf", of: [signed] } },
    { rule: "on", anchor: { anchor: "event", event: "graduated" } },
    { rule: "sometime" },
  ])("refuses %j", (rule) => {
    expect(accepts(dateRuleSchema, rule)).toBe(false);
  });
});

describe("calendar windows", () => {
  it.each([
    ["2026", "2026-01-01", "2026-12-31"],
    ["2026-H1", "2026-01-01", "2026-06-30"],
    ["2026-H2", "2026-07-01", "2026-12-31"],
    ["2026-Q1", "2026-01-01", "2026-03-31"],
    ["2026-Q2", "2026-04-01", "2026-06-30"],
    ["2026-Q3", "2026-07-01", "2026-09-30"],
    ["2026-Q4", "2026-10-01", "2026-12-31"],
    ["2028-02", "2028-02-01", "2028-02-29"],
    ["2026-12", "2026-12-01", "2026-12-31"],
  ])("%s is %s to %s", (window, from, to) => {
    expect(accepts(calendarWindowSchema, window)).toBe(true);
    expect(windowBounds(window)).toEqual({ from, to });
  });

  it.each(["2026-Q5", "2026-H3", "2026-13", "2026-00", "26", "2026-9", "2026-Q3 "])(
    "%s is none",
    (window) => {
      expect(accepts(calendarWindowSchema, window)).toBe(false);
    },
  );
});

describe("scheduleSchema", () => {
  const span = { span: "term", term: "main" };

  it.each([
    { schedule: "once", due: { rule: "on", anchor: signed } },
    { schedule: "every", period: "month", span, byDay: 31 },
    { schedule: "every", period: "workingDay", span, byTime: "16:00" },
    { schedule: "every", period: "week", span, from: "calendar" },
    { schedule: "count", count: 6, unit: "time", span: { span: "window", window: "2026-Q3" } },
    { schedule: "count", count: 30, unit: "day", bound: "atMost", span },
    { schedule: "count", count: 6, unit: "time", bound: "atLeast", span },
    { schedule: "keyPeriods", span, each: "period" },
    {
      schedule: "keyPeriods",
      span,
      each: "period",
      within: { count: 5, unit: "workingDay" },
      byTime: "18:00",
    },
    { schedule: "keyPeriods", span, each: "day", byTime: "16:00" },
    { schedule: "throughout", span },
    {
      schedule: "onDemand",
      span,
      limits: [{ key: "respond", title: { zh: "响应" }, count: 30, unit: "minute" }],
    },
    {
      schedule: "onEach",
      event: "performed",
      of: "scan",
      due: { rule: "on", anchor: { anchor: "trigger" } },
    },
  ])("takes %j", (schedule) => {
    expect(accepts(scheduleSchema, schedule)).toBe(true);
  });

  it.each([
    { schedule: "every", period: "month", span, byDay: 0 },
    { schedule: "every", period: "month", span, byDay: 32 },
    { schedule: "every", period: "month", span, byTime: "24:00" },
    { schedule: "count", count: 0, unit: "time", span },
    { schedule: "count", count: 6, unit: "litre", span },
    { schedule: "count", count: 6, unit: "time", bound: "lessThan", span },
    { schedule: "keyPeriods", span },
    { schedule: "keyPeriods", span, each: "week" },
    { schedule: "keyPeriods", span, each: "period", within: { count: 0, unit: "day" } },
    { schedule: "keyPeriods", span, each: "period", within: { count: 1, unit: "month" } },
  ])("refuses %j", (schedule) => {
    expect(accepts(scheduleSchema, schedule)).toBe(false);
  });

  it("refuses a time after the period for what is owed each day", () => {
    const within = { count: 5, unit: "day" };
    const parsed = scheduleSchema.safeParse({ schedule: "keyPeriods", span, each: "day", within });
    expect(parsed.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [["within"], "逐日的义务当日到期，不能另定期限 / what is owed each day is due on that day"],
    ]);
  });

  it.each(["day", "workingDay", "week"])("refuses a day of the month in every %s", (period) => {
    const parsed = scheduleSchema.safeParse({ schedule: "every", period, span, byDay: 10 });
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([["byDay"]]);
  });
});
