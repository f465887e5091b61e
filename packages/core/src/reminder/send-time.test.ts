import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar, isWorkingDay } from "../calendar/index.ts";
import { addMinutes, civilDateOf, instantAt, toEpochMs } from "../civil-date/index.ts";
import { afterQuiet, defaultReminderPolicy, type ReminderStep, sendTime } from "./index.ts";

const calendar = createCalendar();
const at = (text: string) => instantAt(text.slice(0, 10), text.slice(11));
const night = { ...defaultReminderPolicy, quietHours: { from: "22:00", to: "07:30" } };
const noon = { ...defaultReminderPolicy, quietHours: { from: "12:00", to: "14:00" } };
const office = { ...night, workingDaysOnly: true };

describe("quiet hours", () => {
  it.each([
    ["2026-06-01 21:59", night, "2026-06-01 21:59"],
    ["2026-06-01 22:00", night, "2026-06-02 07:30"],
    ["2026-06-02 00:00", night, "2026-06-02 07:30"],
    ["2026-06-02 07:29", night, "2026-06-02 07:30"],
    ["2026-06-02 07:30", night, "2026-06-02 07:30"],
    ["2026-06-02 11:59", noon, "2026-06-02 11:59"],
    ["2026-06-02 12:00", noon, "2026-06-02 14:00"],
    ["2026-06-02 14:00", noon, "2026-06-02 14:00"],
    ["2026-06-02 12:00", defaultReminderPolicy, "2026-06-02 12:00"],
    ["2026-09-30 23:00", office, "2026-10-08 09:00"],
    ["2026-10-10 10:00", office, "2026-10-10 10:00"], // a make-up Saturday
    ["2026-10-11 10:00", { ...office, sendAt: "06:00" }, "2026-10-12 07:30"],
  ])("of what comes at %s", (from, policy, until) => {
    expect(afterQuiet(at(from), policy, calendar)).toBe(at(until));
  });

  it("hold nothing longer than they last, and let out on a working day alone", () => {
    const minutes = fc.integer({ min: 0, max: 600_000 });
    fc.assert(
      fc.property(minutes, fc.boolean(), (after, workingDaysOnly) => {
        const from = addMinutes(at("2026-01-01 00:00"), after);
        const until = afterQuiet(from, { ...night, workingDaysOnly }, calendar);
        expect(toEpochMs(until)).toBeGreaterThanOrEqual(toEpochMs(from));
        const clock = until.slice(11, 16);
        expect(clock >= "07:30" && clock < "22:00").toBe(true);
        if (workingDaysOnly) expect(isWorkingDay(calendar, civilDateOf(until))).toBe(true);
        else expect(toEpochMs(until) - toEpochMs(from)).toBeLessThanOrEqual(9.5 * 3_600_000);
        expect(afterQuiet(until, { ...night, workingDaysOnly }, calendar)).toBe(until);
      }),
    );
  });
});

const lead: ReminderStep = { kind: "lead", days: 7 };
const dueToday: ReminderStep = { kind: "dueToday" };
const overdue: ReminderStep = { kind: "overdue", workingDays: 1 };
const clock: ReminderStep = { kind: "clock", stage: "started" };

/** 2026-06-01 is a Monday, the day of the weekly digest. */
const told = (
  step: ReminderStep,
  from: string,
  now: string,
  day: string,
  digest: "single" | "daily" | "weekly",
) => sendTime({ scheduled: { step, at: at(from) }, day }, digest, night, calendar, at(now));

describe("when a person is written to", () => {
  it("is at once for one mail each, and gathers a quarter of an hour for one a day", () => {
    const now = "2026-06-03 09:00";
    expect(told(lead, now, now, "2026-06-10", "single")).toEqual({ at: at(now), gathers: false });
    expect(told(lead, now, now, "2026-06-10", "daily")).toEqual({
      at: at("2026-06-03 09:15"),
      gathers: true,
    });
  });

  it("is the next day for what came to be known after the digest, but not for what was meant for it", () => {
    const late = "2026-06-03 11:00";
    expect(told(lead, late, late, "2026-06-10", "daily").at).toBe(at("2026-06-04 09:15"));
    expect(told(lead, "2026-06-03 09:00", late, "2026-06-10", "daily").at).toBe(at("2026-06-03 11:15"));
    const event = sendTime({}, "daily", night, calendar, at(late));
    expect(event).toEqual({ at: at("2026-06-04 09:15"), gathers: true });
  });

  it.each([
    ["what is due after the week's digest", lead, "2026-06-10", "2026-06-08 09:15"],
    ["what is due on its day", lead, "2026-06-08", "2026-06-03 09:15"],
    ["what is due before it", lead, "2026-06-05", "2026-06-03 09:15"],
    ["what is due today", dueToday, "2026-06-03", "2026-06-03 09:15"],
    ["what is overdue", overdue, "2026-06-02", "2026-06-03 09:15"],
    ["a nudge", { kind: "waiting", round: 1 }, "2026-06-02", "2026-06-08 09:15"],
  ] satisfies [string, ReminderStep, string, string][])(
    "waits for the week with %s or not",
    (_, step, day, until) => {
      const now = "2026-06-03 09:00";
      expect(told(step, now, now, day, "weekly").at).toBe(at(until));
    },
  );

  it("is the very day for the weekly digest's own", () => {
    const now = "2026-06-01 09:00";
    expect(told(lead, now, now, "2026-06-10", "weekly").at).toBe(at("2026-06-01 09:15"));
  });

  it("is at once, also at night, for what runs by the minute", () => {
    const now = "2026-06-03 23:50";
    for (const digest of ["single", "daily", "weekly"] as const) {
      expect(told(clock, now, now, "2026-06-04", digest)).toEqual({ at: at(now), gathers: false });
    }
  });
});
