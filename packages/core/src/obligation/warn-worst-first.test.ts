import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromEpochMs, toEpochMs } from "../civil-date/index.ts";
import type { Obligation } from "./obligation.ts";
import { warnWorstFirst } from "./warn-worst-first.ts";

const at = (time: string) => `2026-09-10T${time}:00+08:00`;
const base: Obligation = {
  key: "service.help.inc_1.respond",
  kind: "service",
  shape: "single",
  title: { zh: "响应", en: "respond" },
  debtor: "vendor",
  waitingFor: [],
  explanation: { steps: [], provisionalYears: [] },
  fulfilledBy: [],
};
const limit = (closing: string, due: string, met = false) => ({
  closingAt: at(closing),
  response: { ...base, dueAt: at(due), ...(met ? { fulfilment: { eventId: "e", on: "2026-09-10" } } : {}) },
});
const warnings = (...limits: ReturnType<typeof limit>[]) =>
  warnWorstFirst(limits).map(({ warnAt }) => warnAt?.slice(11, 16));

describe("the warnings of a request's clocks", () => {
  it("come with a quarter of the time left where they do not meet", () => {
    expect(warnings(limit("09:22", "09:30"), limit("10:30", "11:00"))).toEqual(["09:22", "10:30"]);
  });

  it("wait until what breaks first has broken, in any order of the terms", () => {
    expect(warnings(limit("09:45", "10:00"), limit("09:56", "10:15"))).toEqual(["09:45", "10:00"]);
    expect(warnings(limit("09:56", "10:15"), limit("09:45", "10:00"))).toEqual(["10:00", "09:45"]);
  });

  it("come in their own time once what breaks first is met, which warns no more", () => {
    expect(warnings(limit("09:45", "10:00", true), limit("09:56", "10:15"))).toEqual([undefined, "09:56"]);
  });

  it("of two that break together is the first one's", () => {
    expect(warnings(limit("09:45", "10:00"), limit("09:45", "10:00"))).toEqual(["09:45", "10:00"]);
  });

  it("are never earlier than a quarter before the end, and never two while the worse one runs", () => {
    const start = toEpochMs(at("09:00"));
    const clock = fc.record({ minutes: fc.integer({ min: 1, max: 600 }), met: fc.boolean() });
    fc.assert(
      fc.property(fc.array(clock, { maxLength: 6 }), (clocks) => {
        const limits = clocks.map(({ minutes, met }) => ({
          closingAt: fromEpochMs(start + minutes * 45_000),
          response: {
            ...base,
            dueAt: fromEpochMs(start + minutes * 60_000),
            ...(met ? { fulfilment: { eventId: "e", on: "2026-09-10" } } : {}),
          },
        }));
        const open = warnWorstFirst(limits).filter(({ fulfilment }) => fulfilment === undefined);
        const spans = open
          .map(({ warnAt = "", dueAt = "" }) => [toEpochMs(warnAt), toEpochMs(dueAt)] as const)
          .toSorted((one, other) => one[1] - other[1]);
        spans.forEach(([warned, due], index) => {
          expect((warned - start) * 4).toBeGreaterThanOrEqual((due - start) * 3);
          expect(warned).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? 0);
        });
      }),
    );
  });
});
