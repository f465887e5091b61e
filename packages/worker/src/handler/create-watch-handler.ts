import { civilDateOf, daysBetween, toEpochMs } from "@luyue/core/civil-date";
import type { Runtime } from "@luyue/usecases/runtime";
import type { ScheduledEvent } from "aws-lambda";
import { reportMetrics, writeLine } from "./report-metrics.ts";

/**
 * The daily look at the calendar: how many days are left of those that the State Council has arranged. Beyond them working days
 * are provisional, so an alarm asks for the next year's arrangement before the old one ends.
 */
export function createWatchHandler(
  runtime: Pick<Runtime, "now" | "arrangements">,
  log: (line: string) => void = writeLine,
) {
  return async (_event: ScheduledEvent): Promise<{ readonly calendarDaysLeft: number }> => {
    const last = Math.max(...runtime.arrangements.map(({ year }) => year));
    const calendarDaysLeft = daysBetween(civilDateOf(runtime.now()), `${last}-12-31`);
    log(reportMetrics({ CalendarDaysLeft: calendarDaysLeft }, toEpochMs(runtime.now())));
    return { calendarDaysLeft };
  };
}
