import { DomainError } from "@luyue/core/error";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FIRST_DELAYS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR];
const LATER_DELAY = 12 * HOUR;
const LARGEST_SPREAD = 0.1;

/** Attempts end this long after the first one, in milliseconds: three days. */
export const RETRY_SPAN = 72 * HOUR;

/**
 * When to try again after a failed attempt, in epoch milliseconds, or `undefined` when the three days are over.
 * `attempt` counts the attempts made so far (1 after the first), `firstAt` is the instant of the first one.
 * `jitter` in 0..1 lengthens the delay by up to a tenth and never shortens it. Throws `invalid` on figures out of range.
 */
export function nextAttemptAt(
  attempt: number,
  firstAt: number,
  now: number,
  jitter: number,
): number | undefined {
  const sound =
    Number.isInteger(attempt) &&
    attempt >= 1 &&
    Number.isFinite(firstAt) &&
    now >= firstAt &&
    jitter >= 0 &&
    jitter <= 1;
  if (!sound) {
    throw new DomainError("invalid", {
      zh: "重试次数、时间或抖动值超出范围",
      en: "The attempt, its instants or the jitter are out of range",
    });
  }
  const delay = FIRST_DELAYS[attempt - 1] ?? LATER_DELAY;
  const next = Math.round(now + delay * (1 + LARGEST_SPREAD * jitter));
  return next <= firstAt + RETRY_SPAN ? next : undefined;
}
