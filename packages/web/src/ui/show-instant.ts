import { fromEpochMs, toEpochMs } from "@luyue/core/civil-date";

/** An instant as the clock in Shanghai shows it, to the minute: whoever entered it may have been in another zone. */
export function showInstant(instant: string): string {
  return fromEpochMs(toEpochMs(instant)).slice(0, 16).replace("T", " ");
}
