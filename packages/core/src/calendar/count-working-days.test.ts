import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { addDays, fromEpochDay, toEpochDay } from "../civil-date/index.ts";
import { DomainError } from "../error/index.ts";
import { addWorkingDays, countWorkingDays, createCalendar, isWorkingDay, rollForward } from "./index.ts";

const calendar = createCalendar({
  closingDays: [{ from: "2026-07-01", to: "2026-07-03", name: { zh: "高温假", en: "Heat break" } }],
});
const plain = createCalendar();
const dates = fc.integer({ min: toEpochDay("2024-01-01"), max: toEpochDay("2030-12-31") }).map(fromEpochDay);
const workingDates = dates.map((date) => rollForward(calendar, date));
const steps = fc.integer({ min: -400, max: 400 });

afterEach(() => {
  vi.unstubAllEnvs();
});

function walk(date: string, n: number): string {
  let left = Math.abs(n);
  let at = date;
  while (left > 0) {
    at = addDays(at, Math.sign(n));
    if (isWorkingDay(calendar, at)) left -= 1;
  }
  return at;
}

describe("addWorkingDays", () => {
  it.each([
    ["2026-04-15", 10, "2026-04-29"],
    ["2026-03-03", 20, "2026-03-31"],
    ["2026-03-03", 30, "2026-04-15"],
    ["2026-05-27", -10, "2026-05-13"],
    ["2026-03-16", 20, "2026-04-14"],
    ["2026-09-30", -10, "2026-09-16"],
    ["2026-12-31", -10, "2026-12-17"],
    ["2025-09-30", 10, "2025-10-21"],
    ["2026-02-13", 1, "2026-02-14"],
    ["2026-02-14", 1, "2026-02-24"],
    ["2026-10-03", 0, "2026-10-03"],
    ["2026-12-31", 1, "2027-01-04"],
    ["2027-01-04", -1, "2026-12-31"],
  ])("from %s by %i is %s", (date, n, expected) => {
    expect(addWorkingDays(plain, date, n)).toBe(expected);
  });

  it("finds what walking day by day finds", () => {
    fc.assert(
      fc.property(dates, steps, (date, n) => {
        expect(addWorkingDays(calendar, date, n)).toBe(walk(date, n));
      }),
    );
  });

  it("always lands on a working day, and is undone by its inverse and by counting", () => {
    fc.assert(
      fc.property(workingDates, steps, (date, n) => {
        const moved = addWorkingDays(calendar, date, n);
        expect(isWorkingDay(calendar, moved)).toBe(true);
        expect(addWorkingDays(calendar, moved, -n)).toBe(date);
        expect(countWorkingDays(calendar, date, moved)).toBe(n);
      }),
    );
  });

  it("adds up", () => {
    fc.assert(
      fc.property(workingDates, steps, steps, (date, a, b) => {
        const stepwise = addWorkingDays(calendar, addWorkingDays(calendar, date, a), b);
        expect(stepwise).toBe(addWorkingDays(calendar, date, a + b));
      }),
    );
  });

  it("keeps order", () => {
    fc.assert(
      fc.property(dates, dates, steps, (a, b, n) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        expect(addWorkingDays(calendar, early, n) <= addWorkingDays(calendar, late, n)).toBe(true);
        const next = addWorkingDays(calendar, early, n > 0 ? n + 1 : n - 1);
        expect(next > addWorkingDays(calendar, early, n)).toBe(n > 0);
      }),
    );
  });

  it.each([
    ["UTC", 0],
    ["America/Los_Angeles", 480],
    ["Asia/Shanghai", -480],
    ["Pacific/Kiritimati", -840],
  ])("answers the same in %s", (zone, offset) => {
    vi.stubEnv("TZ", zone);
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(offset);
    expect(addWorkingDays(createCalendar(), "2026-04-15", 10)).toBe("2026-04-29");
    fc.assert(
      fc.property(dates, steps, (date, n) => {
        expect(addWorkingDays(createCalendar(), date, n)).toBe(addWorkingDays(plain, date, n));
        expect(countWorkingDays(createCalendar(), date, "2026-06-30")).toBe(
          countWorkingDays(plain, date, "2026-06-30"),
        );
      }),
    );
  });

  it("refuses fractions, dates that do not exist, and years outside the table", () => {
    expect(() => addWorkingDays(plain, "2026-01-05", 1.5)).toThrow(DomainError);
    expect(() => addWorkingDays(plain, "2026-02-30", 0)).toThrow(DomainError);
    expect(() => addWorkingDays(plain, "2100-12-30", 5)).toThrow("outside the table");
    expect(() => addWorkingDays(plain, "2020-01-02", -5)).toThrow("outside the table");
  });
});

describe("rollForward", () => {
  it("keeps a working day and leaves any other for the next one", () => {
    expect(rollForward(plain, "2026-09-30")).toBe("2026-09-30");
    expect(rollForward(plain, "2026-10-01")).toBe("2026-10-08");
    expect(rollForward(plain, "2026-10-10")).toBe("2026-10-10");
    expect(rollForward(calendar, "2026-07-01")).toBe("2026-07-06");
  });
});

describe("countWorkingDays", () => {
  it("leaves out the first day and takes in the last", () => {
    expect(countWorkingDays(plain, "2026-03-03", "2026-03-31")).toBe(20);
    expect(countWorkingDays(plain, "2026-10-01", "2026-10-07")).toBe(0);
    expect(countWorkingDays(plain, "2026-04-15", "2026-04-15")).toBe(0);
    expect(countWorkingDays(plain, "2026-05-27", "2026-05-13")).toBe(-10);
    expect(countWorkingDays(plain, "2026-10-08", "2026-10-01")).toBe(0);
    expect(countWorkingDays(plain, "2026-10-08", "2026-09-30")).toBe(-1);
    expect(countWorkingDays(plain, "2025-12-31", "2026-12-31")).toBe(248);
    expect(countWorkingDays(plain, "2024-12-31", "2025-12-31")).toBe(248);
  });

  it("counts what is there", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 800 }), (after, span) => {
        const through = addDays(after, span);
        let count = 0;
        for (let at = 1; at <= span; at += 1) {
          if (isWorkingDay(calendar, addDays(after, at))) count += 1;
        }
        expect(countWorkingDays(calendar, after, through)).toBe(count);
      }),
    );
  });
});
