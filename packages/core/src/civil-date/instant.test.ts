import { Temporal } from "temporal-polyfill";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMinutes, civilDateOf, fromEpochMs, instantAt, instantSchema, toEpochMs } from "./index.ts";

const epochMs = fc.integer({ min: -2_000_000_000_000, max: 8_000_000_000_000 });

describe("instantSchema", () => {
  it.each([
    "2026-04-28T16:00:00+08:00",
    "2026-04-28T08:00:00Z",
    "2026-04-28T08:00:00.123456Z",
    "2026-04-28T03:00:00-05:00",
  ])("takes %s", (text) => {
    expect(instantSchema.parse(text)).toBe(text);
  });

  it.each([
    "2026-02-30T16:00:00+08:00",
    "2026-04-28T16:00:00",
    "2026-04-28T16:00+08:00",
    "2026-04-28T24:00:00+08:00",
    "2026-04-28T23:59:60Z",
    "2026-04-28 16:00:00+08:00",
    "2026-04-28T16:00:00+0800",
    "2026-04-28T16:00:00+24:00",
    "2026-04-28",
  ])("refuses %s", (text) => {
    expect(instantSchema.safeParse(text).error?.issues[0]?.message).toContain("RFC 3339");
    expect(() => toEpochMs(text)).toThrow("no such instant");
  });
});

describe("instants", () => {
  it("belong to the day it is in Shanghai", () => {
    expect(civilDateOf("2026-04-27T16:00:00Z")).toBe("2026-04-28");
    expect(civilDateOf("2026-04-27T15:59:59.999Z")).toBe("2026-04-27");
    expect(civilDateOf("2026-04-28T00:00:00+08:00")).toBe("2026-04-28");
    expect(civilDateOf(0)).toBe("1970-01-01");
    expect(civilDateOf(-28_800_001)).toBe("1969-12-31");
  });

  it("are written with +08:00", () => {
    expect(instantAt("2026-04-28", "16:00")).toBe("2026-04-28T16:00:00+08:00");
    expect(fromEpochMs(0)).toBe("1970-01-01T08:00:00+08:00");
    expect(fromEpochMs(-1)).toBe("1970-01-01T07:59:59.999+08:00");
    expect(addMinutes("2026-12-31T15:30:00Z", 60)).toBe("2027-01-01T00:30:00+08:00");
    expect(addMinutes("2026-04-28T16:00:00+08:00", -120)).toBe("2026-04-28T14:00:00+08:00");
  });

  it("agree with Temporal", () => {
    fc.assert(
      fc.property(epochMs, fc.integer({ min: -1439, max: 1439 }), (ms, offset) => {
        const moment = Temporal.Instant.fromEpochMilliseconds(ms);
        const zoned = moment.toZonedDateTimeISO("+08:00");
        expect(civilDateOf(ms)).toBe(zoned.toPlainDate().toString());
        expect(fromEpochMs(ms)).toBe(
          zoned.toString({ timeZoneName: "never", fractionalSecondDigits: ms % 1000 === 0 ? 0 : 3 }),
        );
        const sign = offset < 0 ? "-" : "+";
        const size = Math.abs(offset);
        const zone = `${sign}${`${Math.floor(size / 60)}`.padStart(2, "0")}:${`${size % 60}`.padStart(2, "0")}`;
        expect(toEpochMs(moment.toString({ timeZone: zone }))).toBe(ms);
      }),
      { numRuns: 1000 },
    );
  });

  it("sort by time as text, and move and return", () => {
    fc.assert(
      fc.property(epochMs, epochMs, fc.integer({ min: -100_000, max: 100_000 }), (a, b, minutes) => {
        expect(fromEpochMs(a) < fromEpochMs(b)).toBe(a < b);
        expect(addMinutes(addMinutes(fromEpochMs(a), minutes), -minutes)).toBe(fromEpochMs(a));
      }),
    );
  });

  it("refuse what is no moment", () => {
    expect(() => instantAt("2026-02-30", "10:00")).toThrow("no such date");
    expect(() => instantAt("2026-02-20", "24:00")).toThrow("HH:MM");
    expect(() => fromEpochMs(0.5)).toThrow("whole milliseconds");
    expect(() => addMinutes("2026-04-28T16:00:00+08:00", Number.NaN)).toThrow("invalid");
  });
});
