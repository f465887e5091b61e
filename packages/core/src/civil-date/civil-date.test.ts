import { Temporal } from "temporal-polyfill";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDateSchema, fromEpochDay, timeOfDaySchema, toEpochDay } from "./index.ts";

const messagesOf = (text: string): string[] =>
  civilDateSchema.safeParse(text).error?.issues.map((issue) => issue.message) ?? [];

describe("civilDateSchema", () => {
  it.each(["2026-04-28", "2024-02-29", "2000-02-29", "0000-02-29", "9999-12-31"])("takes %s", (text) => {
    expect(civilDateSchema.parse(text)).toBe(text);
  });

  it.each(["2026-02-30", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-00", "2026-04-31"])(
    "refuses %s as a date that does not exist",
    (text) => {
      expect(messagesOf(text)).toEqual(["不存在的日期 / no such date"]);
    },
  );

  it.each(["2026-4-28", "20260428", "2026/04/28", "2026-04-28T00:00", " 2026-04-28", "２０２６-04-28", ""])(
    "refuses the form of %j",
    (text) => {
      expect(messagesOf(text)).toEqual(["日期须写作 YYYY-MM-DD / date must be written as YYYY-MM-DD"]);
    },
  );

  it("takes exactly the dates that Temporal takes", () => {
    const two = (max: number) => fc.integer({ min: 0, max }).map((n) => `${n}`.padStart(2, "0"));
    const year = fc.integer({ min: 0, max: 9999 }).map((n) => `${n}`.padStart(4, "0"));
    fc.assert(
      fc.property(year, two(13), two(32), (y, m, d) => {
        const text = `${y}-${m}-${d}`;
        let exists = true;
        try {
          Temporal.PlainDate.from(text);
        } catch {
          exists = false;
        }
        expect(civilDateSchema.safeParse(text).success).toBe(exists);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("timeOfDaySchema", () => {
  it("takes 00:00 to 23:59 only", () => {
    const taken = (text: string) => timeOfDaySchema.safeParse(text).success;
    expect(["00:00", "16:00", "23:59"].map(taken)).toEqual([true, true, true]);
    expect(["24:00", "9:00", "09:60", "16:00:00", "1600"].some(taken)).toBe(false);
  });
});

describe("epoch days", () => {
  it("counts from 1970-01-01", () => {
    expect(toEpochDay("1970-01-01")).toBe(0);
    expect(toEpochDay("1969-12-31")).toBe(-1);
    expect(toEpochDay("2000-03-01")).toBe(11_017);
  });

  it("agrees with Temporal over all days", () => {
    const origin = Temporal.PlainDate.from("1970-01-01");
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (n) => {
        const date = fromEpochDay(n);
        expect(date).toBe(origin.add({ days: n }).toString());
        expect(toEpochDay(date)).toBe(n);
      }),
      { numRuns: 3000 },
    );
  });

  it("walks every day of 1999 to 2101 without a gap", () => {
    let expected = Temporal.PlainDate.from("1999-01-01");
    for (let n = toEpochDay("1999-01-01"); n <= toEpochDay("2101-12-31"); n += 1) {
      if (fromEpochDay(n) !== expected.toString()) expect(fromEpochDay(n)).toBe(expected.toString());
      expected = expected.add({ days: 1 });
    }
    expect(expected.toString()).toBe("2102-01-01");
  });

  it("refuses what is no date", () => {
    expect(() => toEpochDay("2026-02-30")).toThrow("no such date: 2026-02-30");
    expect(() => toEpochDay("2026-0x-10")).toThrow("no such date");
    expect(() => fromEpochDay(0.5)).toThrow("invalid");
    expect(() => fromEpochDay(2_932_897)).toThrow("invalid");
    expect(() => fromEpochDay(-719_529)).toThrow("invalid");
  });
});
