import { expect, it } from "vitest";
import { cellOf, computeScore, isMark } from "./compute-score.ts";
import type { ScoreItem } from "./score-queries.ts";

const item = (key: string, full: number, scheduled = true): ScoreItem => ({
  item: key,
  title: { zh: key, en: key },
  full,
  scheduled,
  scheduledWhy: [],
  points: null,
  note: null,
  parts: [
    {
      part: "time",
      title: { zh: "时效", en: "time" },
      percent: "20",
      full: String(full * 0.2),
      given: null,
      points: null,
      why: null,
    },
    {
      part: "quality",
      title: { zh: "质量", en: "quality" },
      percent: "80",
      full: String(full * 0.8),
      given: null,
      points: null,
      why: null,
    },
  ],
});
const marks = (entries: Record<string, string>) => new Map(Object.entries(entries));

it("is of 100 over what counts, rounded once, and none while a mark is missing", () => {
  const items = [item("a", 10), item("b", 5), item("c", 85, false)];
  const all = {
    [cellOf("a", "time")]: "50",
    [cellOf("a", "quality")]: "100",
    [cellOf("b", "time")]: "100",
    [cellOf("b", "quality")]: "99.9",
  };
  // (1 + 8 + 1 + 3.996) ÷ 15 × 100 = 93.306…
  expect(computeScore(items, marks(all))).toBe("93.31");
  expect(computeScore(items, marks({ ...all, [cellOf("b", "time")]: "" }))).toBeUndefined();
  expect(computeScore(items, marks({ ...all, [cellOf("b", "time")]: "101" }))).toBeUndefined();
  expect(computeScore([], marks({}))).toBeUndefined();
});

it("takes marks as the server does", () => {
  expect(["0", "100", "100.0", "99.5", "7.25"].map(isMark)).toEqual([true, true, true, true, true]);
  expect(["", "-1", "100.5", "1e2", "十", "1,5", "7.255"].map(isMark)).toEqual(Array(7).fill(false));
});
