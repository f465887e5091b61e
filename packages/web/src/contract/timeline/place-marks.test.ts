import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@luyue/core/civil-date";
import { axisOf, type Mark, monthsOf, placeMarks, placeOf } from "./place-marks.ts";

const mark = (key: string, from: string, to = from): Mark => ({
  key,
  lane: "payment",
  label: "首付款",
  series: key,
  from,
  to,
  tone: "info",
});

describe("the axis of a contract", () => {
  it("holds every mark and today, and is none without marks", () => {
    expect(axisOf([], "2026-05-12", 1000, 1)).toBeUndefined();
    const axis = axisOf([mark("a", "2026-06-01"), mark("b", "2027-01-31")], "2026-05-12", 1000, 1);
    expect(axis).toMatchObject({ from: "2026-04-22", to: "2027-03-12", width: 1000 });
    expect(axis === undefined ? 0 : placeOf(axis, "2027-03-12")).toBeCloseTo(1000);
  });

  it("writes months no closer than asked, in quarters or half years where they would crowd", () => {
    const axis = axisOf([mark("a", "2025-01-15"), mark("b", "2027-12-15")], "2026-05-12", 1000, 1);
    const months = axis === undefined ? [] : monthsOf(axis);
    expect(months).toEqual([
      "2025-01-01",
      "2025-04-01",
      "2025-07-01",
      "2025-10-01",
      "2026-01-01",
      "2026-04-01",
      "2026-07-01",
      "2026-10-01",
      "2027-01-01",
      "2027-04-01",
      "2027-07-01",
      "2027-10-01",
      "2028-01-01",
    ]);
  });
});

describe("marks on an axis", () => {
  const marks = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 900 }),
      days: fc.integer({ min: 0, max: 400 }),
      series: fc.constantFrom("a", "b", "c", undefined),
    }),
    { minLength: 1, maxLength: 30 },
  );

  it("of two series never lie on each other within a row, and a series has one row and one label", () => {
    fc.assert(
      fc.property(marks, fc.constantFrom(1, 2, 4), (list, zoom) => {
        const all = list.map(({ at, days, series }, index) => {
          const from = addDays("2025-01-01", at);
          return { ...mark(String(index), from, addDays(from, days)), series: series ?? String(index) };
        });
        const axis = axisOf(all, "2026-05-12", 1000, zoom);
        if (axis === undefined) return false;
        const placed = placeMarks(all, axis);
        expect(placed.length).toBe(all.length);
        for (const name of new Set(all.map(({ series }) => series))) {
          const own = placed.filter(({ series }) => series === name);
          expect(new Set(own.map(({ row }) => row)).size).toBe(1);
          expect(own.filter(({ labelAt }) => labelAt !== undefined).length).toBe(1);
        }
        return placed.every((one) =>
          placed.every(
            (other) =>
              one.series === other.series ||
              one.row !== other.row ||
              one.x + one.width <= other.x ||
              other.x + other.width <= one.x,
          ),
        );
      }),
    );
  });

  it("have their label before them where there is no room behind", () => {
    const long = "安全软件规则库更新报告、服务授权记录、维护记录表";
    const all = [mark("a", "2026-01-01"), { ...mark("b", "2027-05-01"), label: long }];
    const axis = axisOf(all, "2026-05-12", 600, 1);
    const placed = axis === undefined ? [] : placeMarks(all, axis);
    expect(placed.map(({ key, labelAt }) => [key, labelAt])).toEqual([
      ["a", "after"],
      ["b", "before"],
    ]);
  });
});
