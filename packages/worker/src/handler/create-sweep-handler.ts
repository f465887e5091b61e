import { toEpochMs } from "@luyue/core/civil-date";
import { sweepReminders, type SweepResult } from "@luyue/usecases/reminder";
import type { Platform, Runtime } from "@luyue/usecases/runtime";
import type { ScheduledEvent } from "aws-lambda";
import { reportMetrics, writeLine } from "./report-metrics.ts";
import type { SendQueue, SendRequest } from "./send-queue.ts";

export interface SweepReport {
  readonly reminders: number;
  /** Entries of the outbox that had come and were handed to the queue. */
  readonly queued: number;
  /** How late the latest was when the run began, in milliseconds. */
  readonly lagMs: number;
}

/** No run takes more rounds than this; what is left is found by the next. */
const mostRounds = 100;

/**
 * The scheduled function: works on what has come due for all tenants, and hands what is to be sent to the queue. What has just
 * come into the outbox gets there by the table's stream; this is for what waited, and for what the stream lost. What it could not
 * work on is found by the next run; it throws at the end where anything failed, so that it shows on the function's metric.
 */
export function createSweepHandler(
  platform: Platform,
  runtime: Runtime,
  queue: SendQueue,
  log: (line: string) => void = writeLine,
) {
  return async (_event: ScheduledEvent): Promise<SweepReport> => {
    const due = new Map<string, SendRequest>();
    let failed: SweepResult["failed"] = [];
    let reminders = 0;
    let lagMs = 0;
    for (let round = 0; round < mostRounds; round += 1) {
      const swept = await sweepReminders(platform, runtime);
      reminders += swept.reminders;
      if (round === 0) lagMs = swept.lagMs;
      for (const { tenantId, contractId, key } of swept.unsent) {
        due.set(`${tenantId} ${contractId} ${key}`, { tenantId, contractId, key });
      }
      ({ failed } = swept);
      if (swept.obligations + swept.contracts + swept.seals === 0) break;
    }
    if (due.size > 0) await queue.send([...due.values()]);
    const values = { ReminderLag: lagMs, Reminders: reminders, FailedWakeUps: failed.length };
    log(reportMetrics(values, toEpochMs(runtime.now())));
    for (const { wake, error } of failed) {
      const { name, message } = error instanceof Error ? error : { name: "unknown", message: "" };
      const { about, tenantId, contractId } = wake;
      log(JSON.stringify({ level: "error", about, tenantId, contractId, error: `${name}: ${message}` }));
    }
    if (failed.length > 0) {
      throw new AggregateError(
        failed.map(({ error }) => error),
        `${failed.length} wake-ups failed`,
      );
    }
    return { reminders, queued: due.size, lagMs };
  };
}
