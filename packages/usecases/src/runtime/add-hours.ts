import { addMinutes, type Instant } from "@luyue/core/civil-date";

export function addHours(instant: Instant, hours: number): Instant {
  return addMinutes(instant, hours * 60);
}
