import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar, type KeyPeriod } from "../calendar/index.ts";
import { addDays } from "../civil-date/index.ts";
import { expandKeyPeriods, renderExplanation } from "./index.ts";

const named = (key: string, zh: string, from: string, to: string): KeyPeriod => ({
  key,
  name: { zh, en: key },
  from,
  to,
});
const nationalDay = named("national-day", "国庆", "2026-10-01", "2026-10-07");
const calendar = createCalendar({
  keyPeriods: [
    nationalDay,
    named("labour-day", "五一", "2026-04-25", "2026-05-05"),
    named("event", "活动", "2026-10-06", "2026-10-09"),
    named("past", "往年", "2025-10-01", "2025-10-08"),
  ],
});
const span = { from: "2026-04-28", to: "2027-04-27", firstDayCounts: true };
const term = { span: "term", term: "main" } as const;
const eachPeriod = { schedule: "keyPeriods", span: term, each: "period" } as const;
const eachDay = { schedule: "keyPeriods", span: term, each: "day" } as const;
const windows = (all: ReturnType<typeof expandKeyPeriods>) =>
  all.map(({ index, opensOn, dueOn }) => [index, opensOn, dueOn]);

describe("a duty of each key period", () => {
  it("is owed on the period's days, cut to the span, in the order of the periods", () => {
    expect(windows(expandKeyPeriods(eachPeriod, span, calendar))).toEqual([
      ["labour-day", "2026-04-28", "2026-05-05"],
      ["national-day", "2026-10-01", "2026-10-07"],
      ["event", "2026-10-06", "2026-10-09"],
    ]);
  });

  it("does not count the day of the event that a span starts with", () => {
    const signed = { from: "2026-10-07", to: "2027-10-07", firstDayCounts: false };
    expect(windows(expandKeyPeriods(eachPeriod, signed, calendar))).toEqual([
      ["event", "2026-10-08", "2026-10-09"],
    ]);
  });

  it("is due so long after the period where a time is agreed, working days or days that roll", () => {
    const due = (count: number, unit: "day" | "workingDay") =>
      expandKeyPeriods({ ...eachPeriod, within: { count, unit } }, span, calendar).map(({ dueOn }) => dueOn);
    // 10 October 2026 is a make-up Saturday; 9 May as well.
    expect(due(5, "workingDay")).toEqual(["2026-05-11", "2026-10-13", "2026-10-15"]);
    expect(due(5, "day")).toEqual(["2026-05-11", "2026-10-12", "2026-10-14"]);
  });

  it("says which period it is, what of it counts, and how the day follows", () => {
    const within = { count: 5, unit: "day" } as const;
    const [first, second] = expandKeyPeriods({ ...eachPeriod, within, byTime: "18:00" }, span, calendar);
    const words = [first, second].map((each) =>
      each === undefined ? undefined : renderExplanation(each, calendar),
    );
    expect(words[0]?.zh).toBe(
      "重保时期“五一”（2026-04-25 至 2026-05-05）；期间 2026-04-28 至 2026-05-05；自 2026-05-05 次日起算5日：2026-05-10（民法典第201条）；2026-05-10 为休息日，不计周末1天，顺延至 2026-05-11（民法典第203条）；当日 18:00 前",
    );
    expect(words[1]?.en).toBe(
      "key period “national-day” (2026-10-01 to 2026-10-07); 5 days counted from the day after 2026-10-07: 2026-10-12 (Civil Code 201); before 18:00 on the day",
    );
  });
});

describe("a duty of each day of key periods", () => {
  it("has a day of two periods once, as the earlier one's, and stops at the horizon", () => {
    const days = expandKeyPeriods({ ...eachDay, byTime: "16:00" }, span, calendar);
    const autumn = days.filter(({ dueOn }) => dueOn > "2026-09");
    expect(autumn.map(({ index, keyPeriod }) => `${index} ${keyPeriod?.key}`)).toEqual([
      "2026-10-01 national-day",
      "2026-10-02 national-day",
      "2026-10-03 national-day",
      "2026-10-04 national-day",
      "2026-10-05 national-day",
      "2026-10-06 national-day",
      "2026-10-07 national-day",
      "2026-10-08 event",
      "2026-10-09 event",
    ]);
    expect(autumn[0]).toMatchObject({ dueTime: "16:00", opensOn: "2026-10-01", dueOn: "2026-10-01" });
    expect(
      expandKeyPeriods(eachDay, span, calendar, "2026-10-02")
        .map(({ index }) => index)
        .at(-1),
    ).toBe("2026-10-02");
    expect(autumn[2] && renderExplanation(autumn[2], calendar)).toEqual({
      zh: "重保时期“国庆”（2026-10-01 至 2026-10-07）中的 2026-10-03；当日 16:00 前",
      en: "2026-10-03, a day of the key period “national-day” (2026-10-01 to 2026-10-07); before 16:00 on the day",
    });
  });

  const anyDay = fc.integer({ min: -40, max: 420 }).map((offset) => addDays("2026-04-28", offset));
  const anyPeriods = fc
    .array(fc.tuple(anyDay, fc.integer({ min: 0, max: 40 })), { maxLength: 8 })
    .map((ranges) =>
      ranges.map(([from, length], at) => named(`p${at}`, `时期${at}`, from, addDays(from, length))),
    );

  it("are just the days of the span that lie in a key period, each once, in whatever order those are entered", () => {
    fc.assert(
      fc.property(anyPeriods, anyDay, (keyPeriods, horizonOn) => {
        const list = (periods: readonly KeyPeriod[]) =>
          expandKeyPeriods(eachDay, span, createCalendar({ keyPeriods: periods }), horizonOn);
        const days = list(keyPeriods);
        const wanted: string[] = [];
        for (let on = span.from; on <= span.to && on <= horizonOn; on = addDays(on, 1)) {
          if (keyPeriods.some(({ from, to }) => from <= on && on <= to)) wanted.push(on);
        }
        expect(days.map(({ dueOn }) => dueOn)).toEqual(wanted);
        expect(list(keyPeriods.toReversed())).toEqual(days);
      }),
    );
  });

  it("agree with the periods: each period's window is its days", () => {
    fc.assert(
      fc.property(anyPeriods, (keyPeriods) => {
        const own = createCalendar({ keyPeriods });
        const days = new Set(expandKeyPeriods(eachDay, span, own).map(({ dueOn }) => dueOn));
        const covered = new Set<string>();
        for (const { opensOn, dueOn } of expandKeyPeriods(eachPeriod, span, own)) {
          for (let on = opensOn; on <= dueOn; on = addDays(on, 1)) covered.add(on);
        }
        expect(covered).toEqual(days);
      }),
    );
  });
});
