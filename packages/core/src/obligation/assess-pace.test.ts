import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../civil-date/index.ts";
import { assessPace, listCheckpoints, type Quota } from "./index.ts";

const year = { opensOn: "2026-04-28", dueOn: "2027-04-27" };
const scans = (done: number, over: Partial<Quota> = {}) => ({
  ...year,
  quota: { count: 6, unit: "time", done, ...over } satisfies Quota,
});

describe("the checkpoints of a quota", () => {
  it.each([
    [1, []],
    [2, ["1 2026-10-27 1"]],
    [3, ["1 2026-08-27 1", "2 2026-12-27 2"]],
    [6, ["1 2026-07-28 1", "2 2026-10-27 3", "3 2027-01-26 4"]],
    [1_650_000, ["1 2026-07-28 412500", "2 2026-10-27 825000", "3 2027-01-26 1237500"]],
  ])("%i in a year", (count, expected) => {
    const found = listCheckpoints(scans(0, { count }));
    expect(found.map((each) => `${each.number} ${each.on} ${each.expected}`)).toEqual(expected);
  });

  it("are none for an allowance, nor while the span has no end", () => {
    const { quota } = scans(0);
    expect(listCheckpoints(scans(0, { atMost: true }))).toEqual([]);
    expect(listCheckpoints({ quota, opensOn: "2026-04-28" })).toEqual([]);
    expect(assessPace(scans(0, { atMost: true }), "2026-12-01")).toBeUndefined();
    expect(assessPace({ quota, opensOn: "2026-04-28" }, "2026-12-01")).toBeUndefined();
  });
});

describe("the pace of six scans in a year", () => {
  it.each([
    ["2026-04-01", 0, "onPace", 0, 6],
    ["2026-07-27", 0, "onPace", 0, 6],
    ["2026-07-28", 0, "behind", 1, 6],
    ["2026-07-28", 1, "onPace", 1, 5],
    ["2026-10-27", 2, "behind", 3, 4],
    ["2027-04-27", 4, "onPace", 4, 2],
    ["2027-04-28", 5, "behind", 6, 1],
    ["2026-05-01", 6, "done", 0, 0],
    ["2027-06-01", 7, "done", 6, 0],
  ] as const)("on %s with %i done is %s", (today, done, state, expected, left) => {
    expect(assessPace(scans(done), today)).toMatchObject({ state, expected, left });
  });

  it("is done where somebody said so, whatever was counted", () => {
    const said = { ...scans(1), fulfilment: { eventId: "e", on: "2026-06-01" } };
    expect(assessPace(said, "2027-03-01")).toMatchObject({ state: "done", left: 0 });
  });

  it("says why in both languages", () => {
    expect(assessPace(scans(0), "2026-07-28")).toEqual({
      state: "behind",
      expected: 1,
      left: 6,
      daysLeft: 273,
      next: { number: 2, on: "2026-10-27", expected: 3 },
      why: {
        zh: "2026-04-28 至 2027-04-27 共需6次，按4段均分，截至 2026-07-28 应完成1次，已完成0次，尚余6次、273天；下一节点 2026-10-27 应完成3次",
        en: "6 times from 2026-04-28 to 2027-04-27, in 4 equal parts, 1 expected by 2026-07-28, 0 done, 6 left to do in 273 days; 3 expected by the next checkpoint, 2026-10-27",
      },
    });
    expect(assessPace(scans(5), "2027-04-28")?.why.en).toBe(
      "6 times from 2026-04-28 to 2027-04-27, in 4 equal parts, 6 expected by 2027-04-27, 5 done, 1 left to do in 0 days",
    );
  });
});

const spans = fc
  .tuple(
    fc.integer({ min: 0, max: 600 }),
    fc.integer({ min: 0, max: 600 }),
    fc.integer({ min: 1, max: 2000 }),
  )
  .map(([start, length, count]) => ({
    opensOn: addDays("2026-01-01", start),
    dueOn: addDays("2026-01-01", start + length),
    count,
  }));
const quotaOf = ({ count, ...days }: { opensOn: string; dueOn: string; count: number }, done: number) => ({
  ...days,
  quota: { count, unit: "time", done } satisfies Quota,
});

describe("pace, whatever the quota", () => {
  it("has at most three checkpoints, in order, inside the span and before its end, never asking for all", () => {
    fc.assert(
      fc.property(spans, (span) => {
        const found = listCheckpoints(quotaOf(span, 0));
        expect(found.length).toBeLessThanOrEqual(3);
        expect(new Set(found.map(({ on }) => on)).size).toBe(found.length);
        for (const [at, { on, expected }] of found.entries()) {
          expect(on >= span.opensOn && on < span.dueOn).toBe(true);
          expect(expected).toBeGreaterThan(0);
          expect(expected).toBeLessThan(span.count);
          expect(expected).toBeGreaterThanOrEqual(found[at - 1]?.expected ?? 0);
        }
      }),
    );
  });

  it("gets no worse with more done, no easier with the days, and is done from the count on", () => {
    const rank = { behind: 0, onPace: 1, done: 2 };
    fc.assert(
      fc.property(
        spans,
        fc.nat(2100),
        fc.nat(50),
        fc.nat(1300),
        fc.nat(200),
        (span, done, more, day, later) => {
          const today = addDays("2026-01-01", day);
          const [less, much] = [done, done + more].map((each) => assessPace(quotaOf(span, each), today));
          const then = assessPace(quotaOf(span, done), addDays(today, later));
          if (less === undefined || much === undefined || then === undefined) throw new Error("no pace");
          expect(rank[much.state]).toBeGreaterThanOrEqual(rank[less.state]);
          expect(then.expected).toBeGreaterThanOrEqual(less.expected);
          expect(then.daysLeft).toBeLessThanOrEqual(less.daysLeft);
          expect(less.state === "done").toBe(done >= span.count);
          expect(less.left).toBe(Math.max(span.count - done, 0));
        },
      ),
    );
  });
});
