import { Temporal } from "temporal-polyfill";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  type CivilDate,
  daysBetween,
  fromEpochDay,
  lastDayOfMonth,
  weekdayOf,
} from "./index.ts";

const dates = fc.integer({ min: -100_000, max: 200_000 }).map(fromEpochDay);
const temporalOf = (date: CivilDate) => Temporal.PlainDate.from(date);

describe("moving a date", () => {
  it("ends months on the matching day, or on the last of a month without it", () => {
    expect(addMonths("2026-04-27", 1)).toBe("2026-05-27");
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
    expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
    expect(addMonths("2026-12-15", 1)).toBe("2027-01-15");
    expect(addYears("2024-02-29", 1)).toBe("2025-02-28");
    expect(addYears("2024-02-29", -4)).toBe("2020-02-29");
  });

  it("adds days, months and years as Temporal does", () => {
    const steps = fc.integer({ min: -3000, max: 3000 });
    fc.assert(
      fc.property(dates, steps, (date, n) => {
        expect(addDays(date, n)).toBe(temporalOf(date).add({ days: n }).toString());
        expect(addMonths(date, n)).toBe(temporalOf(date).add({ months: n }).toString());
        const years = n % 100;
        expect(addYears(date, years)).toBe(temporalOf(date).add({ years }).toString());
      }),
      { numRuns: 1000 },
    );
  });

  it("measures days, weekdays and month ends as Temporal does", () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        expect(daysBetween(a, b)).toBe(temporalOf(a).until(temporalOf(b), { largestUnit: "day" }).days);
        expect(weekdayOf(a)).toBe(temporalOf(a).dayOfWeek);
        expect(lastDayOfMonth(a)).toBe(temporalOf(a).with({ day: 31 }).toString());
      }),
      { numRuns: 1000 },
    );
    expect(weekdayOf("2026-11-20")).toBe(5);
    expect(weekdayOf("2026-11-22")).toBe(7);
  });

  it("refuses fractions and the far side of the range", () => {
    expect(() => addDays("2026-01-01", 1.5)).toThrow("invalid");
    expect(() => addMonths("2026-01-01", 0.5)).toThrow("invalid");
    expect(() => addMonths("9999-12-01", 1)).toThrow("invalid");
    expect(() => addMonths("2026-02-30", 1)).toThrow("no such date");
  });
});
