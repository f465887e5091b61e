import { addWorkingDays, type Calendar, isWorkingDay, rollForward } from "../calendar/index.ts";
import { civilDateOf, fromEpochMs, type Instant, instantAt, toEpochMs } from "../civil-date/index.ts";
import type { ServiceHours } from "./date-rule.ts";

interface Clock {
  readonly count: number;
  readonly unit: "minute" | "hour";
  readonly hours?: ServiceHours | undefined;
}

/**
 * When a clock of hours or minutes that starts at an instant has run out (Civil Code 201): day and night, or within the
 * service hours of working days alone. One that runs out as the service closes ends then, not at the next opening.
 */
export function resolveClock({ count, unit, hours }: Clock, start: Instant, calendar: Calendar): Instant {
  let left = count * (unit === "hour" ? 3_600_000 : 60_000);
  if (hours === undefined) return fromEpochMs(toEpochMs(start) + left);
  let on = civilDateOf(start);
  let at = toEpochMs(start);
  for (;;) {
    const { opens, closes } = hoursOn(on, hours, calendar);
    const begin = Math.max(at, opens);
    if (begin + left <= closes) return fromEpochMs(begin + left);
    left -= Math.max(0, closes - begin);
    on = addWorkingDays(calendar, on, 1);
    at = 0;
  }
}

/** How many milliseconds a clock has run between two instants, by its own hours. */
export function countServiceMs(
  from: Instant,
  to: Instant,
  hours: ServiceHours | undefined,
  calendar: Calendar,
): number {
  const [start, end] = [toEpochMs(from), toEpochMs(to)];
  if (hours === undefined) return Math.max(0, end - start);
  let sum = 0;
  for (
    let on = rollForward(calendar, civilDateOf(from));
    on <= civilDateOf(to);
    on = addWorkingDays(calendar, on, 1)
  ) {
    const { opens, closes } = hoursOn(on, hours, calendar);
    sum += Math.max(0, Math.min(end, closes) - Math.max(start, opens));
  }
  return sum;
}

/** The service hours of a day; on one that is not worked they close as they open. */
function hoursOn(on: string, { from, to }: ServiceHours, calendar: Calendar) {
  const opens = toEpochMs(instantAt(on, from));
  return { opens, closes: isWorkingDay(calendar, on) ? toEpochMs(instantAt(on, to)) : opens };
}
