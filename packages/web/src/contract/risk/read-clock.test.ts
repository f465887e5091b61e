import { describe, expect, it } from "vitest";
import type { Clock } from "./incident-queries.ts";
import { partsOf, readClock } from "./read-clock.ts";

const at = (time: string) => `2026-10-02T${time}+08:00`;
const ms = (time: string) => Date.parse(at(time));
const clock = (over: Partial<Clock> = {}): Clock => ({
  limit: "respond",
  title: { zh: "2小时内响应", en: "respond within 2 hours" },
  startedAt: at("00:30:00"),
  dueAt: at("02:30:00"),
  metAt: null,
  state: "running",
  taken: 30,
  left: 90,
  ...over,
});

describe("a clock", () => {
  it("runs on from where the server told it", () => {
    expect(readClock(clock(), ms("01:00:00"), ms("01:00:30"))).toEqual({
      used: 1830 / 7200,
      leftMs: 5_370_000,
      overMs: undefined,
    });
  });

  it("is over by how long once its deadline has passed, told or not", () => {
    expect(readClock(clock(), ms("01:00:00"), ms("02:31:00"))).toEqual({
      used: 1,
      leftMs: undefined,
      overMs: 60_000,
    });
    const late = clock({ metAt: at("02:45:00"), state: "metLate", taken: 135, left: 0 });
    expect(readClock(late, ms("05:00:00"), ms("06:00:00")).overMs).toBe(900_000);
  });

  it("stands still once it was met", () => {
    const met = clock({ metAt: at("01:00:00"), state: "met" });
    expect(readClock(met, ms("05:00:00"), ms("06:00:00"))).toEqual({
      used: 0.25,
      leftMs: undefined,
      overMs: undefined,
    });
  });

  it("that runs in service hours keeps what was told of it", () => {
    const office = clock({ dueAt: "2026-10-08T10:00:00+08:00", taken: 180, left: 60 });
    expect(readClock(office, ms("01:00:00"), ms("01:10:00"))).toEqual({
      used: 0.75,
      leftMs: 3_600_000,
      overMs: undefined,
    });
  });
});

it.each([
  [59_999, { unit: "minutes", first: 0, second: 59 }],
  [3_599_000, { unit: "minutes", first: 59, second: 59 }],
  [3_600_000, { unit: "hours", first: 1, second: 0 }],
  [90_060_000, { unit: "days", first: 1, second: 1 }],
])("%i ms are told in two units", (duration, parts) => {
  expect(partsOf(duration)).toEqual(parts);
});
