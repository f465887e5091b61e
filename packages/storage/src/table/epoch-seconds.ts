import { type Instant, toEpochMs } from "@luyue/core/civil-date";

/** Whole seconds since 1970, as the time-to-live attribute has them. */
export function epochSeconds(instant: Instant): number {
  return Math.floor(toEpochMs(instant) / 1000);
}
