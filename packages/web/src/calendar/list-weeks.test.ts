import { weekdayOf } from "@luyue/core/civil-date";
import fc from "fast-check";
import { expect, it } from "vitest";
import { listWeeks } from "./list-weeks.ts";

it("holds each day of a month once, from a Monday to a Sunday", () => {
  expect(listWeeks("2026-02-01").map(([monday]) => monday)).toEqual([
    "2026-01-26",
    "2026-02-02",
    "2026-02-09",
    "2026-02-16",
    "2026-02-23",
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const name = `${year}-${String(month).padStart(2, "0")}`;
      const weeks = listWeeks(`${name}-01`);
      const days = weeks.flat();
      const own = days.filter((day) => day.startsWith(name));
      const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
      expect(new Set(own).size).toBe(length);
      expect(own.length).toBe(length);
      for (const week of weeks)
        expect([week.length, weekdayOf(week[0] ?? ""), weekdayOf(week[6] ?? "")]).toEqual([7, 1, 7]);
    }),
  );
});
