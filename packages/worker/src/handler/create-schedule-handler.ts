import { toEpochMs } from "@luyue/core/civil-date";
import { type Delivery, runReminders, type RunResult } from "@luyue/usecases/reminder";
import type { Platform, Runtime } from "@luyue/usecases/runtime";
import type { ScheduledEvent } from "aws-lambda";
import { reportMetrics } from "./report-metrics.ts";

/**
 * The scheduled function: sweeps what has come due for all tenants and sends it. What it could not work on is found
 * by the next run; it throws at the end where anything failed, so that the failure shows on the function's metric.
 */
export function createScheduleHandler(
  platform: Platform,
  runtime: Runtime,
  delivery: Delivery,
  log: (line: string) => void = console.log,
) {
  return async (_event: ScheduledEvent): Promise<RunResult> => {
    const result = await runReminders(platform, runtime, delivery);
    log(reportMetrics(result, toEpochMs(runtime.now())));
    if (result.failed.length > 0) {
      throw new AggregateError(
        result.failed.map(({ error }) => error),
        `${result.failed.length} wake-ups failed`,
      );
    }
    return result;
  };
}
