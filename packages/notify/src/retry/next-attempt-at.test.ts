import { DomainError } from "@luyue/core/error";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextAttemptAt, RETRY_SPAN } from "./next-attempt-at.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FIRST_AT = Date.UTC(2026, 4, 20, 1);

function planAttempts(jitterOf: (attempt: number) => number): number[] {
  const delays: number[] = [];
  let now = FIRST_AT;
  for (let attempt = 1; ; attempt += 1) {
    const next = nextAttemptAt(attempt, FIRST_AT, now, jitterOf(attempt));
    if (next === undefined) return delays;
    delays.push(next - now);
    now = next;
  }
}

describe("nextAttemptAt", () => {
  it("backs off 1 min, 5 min, 30 min, 2 h, 5 h, 10 h, then every 12 h for three days", () => {
    const expected = [1, 5, 30, 120, 300, 600, 720, 720, 720, 720].map((minutes) => minutes * MINUTE);
    expect(planAttempts(() => 0)).toEqual(expected);
  });

  it("still tries on the last instant of the third day, and not after it", () => {
    expect(nextAttemptAt(7, FIRST_AT, FIRST_AT + 60 * HOUR, 0)).toBe(FIRST_AT + RETRY_SPAN);
    expect(nextAttemptAt(7, FIRST_AT, FIRST_AT + 60 * HOUR + 1, 0)).toBeUndefined();
    expect(nextAttemptAt(1, FIRST_AT, FIRST_AT + RETRY_SPAN, 0)).toBeUndefined();
  });

  it("always ends, within three days, with at most ten further attempts", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }),
        (jitters) => {
          const delays = planAttempts((attempt) => jitters[attempt - 1] ?? 0);
          expect(delays.length).toBeGreaterThanOrEqual(9);
          expect(delays.length).toBeLessThanOrEqual(10);
          expect(delays.reduce((sum, delay) => sum + delay, 0)).toBeLessThanOrEqual(RETRY_SPAN);
        },
      ),
    );
  });

  it("waits at least the plain delay and at most a tenth more", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, jitter) => {
          const plain = nextAttemptAt(attempt, FIRST_AT, FIRST_AT, 0);
          const spread = nextAttemptAt(attempt, FIRST_AT, FIRST_AT, jitter);
          if (plain === undefined || spread === undefined)
            throw new Error("an attempt at the start has a successor");
          expect(spread).toBeGreaterThanOrEqual(plain);
          expect(spread - FIRST_AT).toBeLessThanOrEqual(Math.ceil((plain - FIRST_AT) * 1.1));
        },
      ),
    );
  });

  it("never waits shorter after more attempts", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (attempt) => {
        const sooner = nextAttemptAt(attempt, FIRST_AT, FIRST_AT, 0) ?? Number.NaN;
        const later = nextAttemptAt(attempt + 1, FIRST_AT, FIRST_AT, 0) ?? Number.NaN;
        expect(later).toBeGreaterThanOrEqual(sooner);
      }),
    );
  });

  it.each([
    ["no attempt yet", [0, FIRST_AT, FIRST_AT, 0]],
    ["half an attempt", [1.5, FIRST_AT, FIRST_AT, 0]],
    ["now before the first", [1, FIRST_AT, FIRST_AT - 1, 0]],
    ["no instant", [1, FIRST_AT, Number.NaN, 0]],
    ["jitter above one", [1, FIRST_AT, FIRST_AT, 1.01]],
    ["negative jitter", [1, FIRST_AT, FIRST_AT, -0.1]],
  ] as const)("refuses %s", (_name, [attempt, firstAt, now, jitter]) => {
    expect(() => nextAttemptAt(attempt, firstAt, now, jitter)).toThrow(DomainError);
  });
});
