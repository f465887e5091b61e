import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar, isWorkingDay } from "../calendar/index.ts";
import { addMinutes, civilDateOf, type Instant, instantAt, toEpochMs } from "../civil-date/index.ts";
import { fakeContext } from "./fake-context.ts";
import { printRule } from "./print-rule.ts";
import { renderExplanation } from "./render-explanation.ts";
import { resolveRule } from "./resolve-rule.ts";
import { countServiceMs, resolveClock } from "./service-clock.ts";

const closed = { name: { zh: "停办", en: "closed" }, from: "2026-09-15", to: "2026-09-15" };
const calendar = createCalendar({ closingDays: [closed] });
const hours = { from: "09:00", to: "17:30" } as const;
const minutes = (count: number, start: Instant, within: typeof hours | undefined = hours) =>
  resolveClock({ count, unit: "minute", hours: within }, start, calendar);

describe("a clock that runs day and night", () => {
  it.each([
    [30, "minute", "2026-10-01T23:50:00+08:00", "2026-10-02T00:20:00+08:00"],
    [2, "hour", "2026-12-31T23:00:00+08:00", "2027-01-01T01:00:00+08:00"],
    [1, "hour", "2026-10-01T15:59:59Z", "2026-10-02T00:59:59+08:00"],
  ] as const)("%i %s from %s is %s", (count, unit, start, end) => {
    expect(resolveClock({ count, unit }, start, calendar)).toBe(end);
  });
});

describe("a clock that runs in service hours on working days", () => {
  it.each([
    ["within the day", 60, "2026-09-10T10:00", "2026-09-10T11:00"],
    ["to the closing hour, not the next opening", 90, "2026-09-10T16:00", "2026-09-10T17:30"],
    ["a minute past closing", 91, "2026-09-10T16:00", "2026-09-11T09:01"],
    ["from before the opening", 30, "2026-09-10T06:00", "2026-09-10T09:30"],
    ["from the opening", 30, "2026-09-10T09:00", "2026-09-10T09:30"],
    ["from the closing", 30, "2026-09-10T17:30", "2026-09-11T09:30"],
    ["from the evening", 30, "2026-09-10T22:00", "2026-09-11T09:30"],
    ["a whole day from its opening", 510, "2026-09-10T09:00", "2026-09-10T17:30"],
    ["two whole days", 1020, "2026-09-10T09:00", "2026-09-11T17:30"],
    ["over a weekend", 60, "2026-09-11T17:00", "2026-09-14T09:30"],
    ["over the tenant's own closing day", 60, "2026-09-14T17:00", "2026-09-16T09:30"],
    ["on a Sunday that is worked", 60, "2026-09-20T10:00", "2026-09-20T11:00"],
    ["over National Day", 60, "2026-09-30T17:00", "2026-10-08T09:30"],
    ["from within National Day", 60, "2026-10-03T12:00", "2026-10-08T10:00"],
    ["into a Saturday that is worked", 60, "2026-10-09T17:00", "2026-10-10T09:30"],
  ])("%s", (_what, count, start, end) => {
    expect(minutes(count, `${start}:00+08:00`)).toBe(`${end}:00+08:00`);
  });

  it("keeps seconds, and takes a start in any zone", () => {
    expect(minutes(60, "2026-09-10T08:59:30Z")).toBe("2026-09-11T09:29:30+08:00");
  });

  it("counts nothing backwards", () => {
    const [from, to] = ["2026-09-10T12:00:00+08:00", "2026-09-10T11:00:00+08:00"];
    expect(countServiceMs(from, to, hours, calendar)).toBe(0);
    expect(countServiceMs(from, to, undefined, calendar)).toBe(0);
  });

  /** Starts from the week before National Day to the week after it, with the days worked in exchange. */
  const starts = fc
    .integer({ min: 0, max: 28 * 1440 })
    .map((offset) => addMinutes("2026-09-14T00:00:00+08:00", offset));

  /** The end, found by going on minute by minute. */
  function recount(count: number, start: Instant): Instant {
    let at = start;
    for (let left = count; left > 0; at = addMinutes(at, 1)) {
      const on = civilDateOf(at);
      const open =
        isWorkingDay(calendar, on) && at >= instantAt(on, hours.from) && at < instantAt(on, hours.to);
      if (open) left -= 1;
    }
    return at;
  }

  it("ends where a count minute by minute ends", () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 2500 }), (start, count) => {
        expect(minutes(count, start)).toBe(recount(count, start));
      }),
      { numRuns: 40 },
    );
  });

  it("ends later the longer it is, on a working day within the hours, after just that time", () => {
    const counts = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(starts, counts, counts, (start, count, more) => {
        const end = minutes(count, start);
        expect(toEpochMs(minutes(count + more, start))).toBeGreaterThan(toEpochMs(end));
        const on = civilDateOf(end);
        expect(isWorkingDay(calendar, on)).toBe(true);
        expect(end > instantAt(on, hours.from) && end <= instantAt(on, hours.to)).toBe(true);
        expect(countServiceMs(start, end, hours, calendar)).toBe(count * 60_000);
      }),
    );
  });
});

describe("a rule with service hours", () => {
  const rule = {
    rule: "clock",
    count: 4,
    unit: "hour",
    after: { anchor: "event", event: "signed" },
    hours,
  } as const;
  const at = "2026-12-31T16:30:00+08:00";

  it("says in words when it runs, and depends on the days that it runs over", () => {
    expect(printRule(rule)).toEqual({
      zh: "合同签订后4小时内（工作日 09:00 至 17:30 计时）",
      en: "within 4 hours after the signing of the contract (on working days from 09:00 to 17:30)",
    });
    const context = fakeContext({ events: [{ kind: "signed", at }], calendar });
    const resolved = resolveRule(rule, context);
    expect(resolved).toMatchObject({
      state: "fixed",
      dueOn: "2027-01-04",
      dueAt: "2027-01-04T12:00:00+08:00",
      provisionalYears: [2027],
    });
    expect(renderExplanation(resolved, calendar).zh).toContain(
      "自 2026-12-31 16:30 起4小时（工作日 09:00 至 17:30 计时）：2027-01-04 12:00（民法典第201条）",
    );
    expect(renderExplanation(resolved, calendar).en).toContain(
      "4 hours from 2026-12-31 16:30 (on working days from 09:00 to 17:30): 2027-01-04 12:00 (Civil Code 201)",
    );
  });

  it("running day and night rests on no calendar", () => {
    const { hours: _hours, ...round } = rule;
    const context = fakeContext({ events: [{ kind: "signed", at }], calendar });
    expect(resolveRule(round, context)).toMatchObject({
      dueAt: "2026-12-31T20:30:00+08:00",
      provisionalYears: [],
    });
  });
});
