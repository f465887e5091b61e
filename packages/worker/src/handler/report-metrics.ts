import type { RunResult } from "@luyue/usecases/reminder";

/** The metrics of a run, by the names that alarms are set on. */
export const reminderMetrics = {
  ReminderLag: "Milliseconds",
  Reminders: "Count",
  Delivered: "Count",
  Retried: "Count",
  DeadLetters: "Count",
  FailedWakeUps: "Count",
} as const;

/** One line in CloudWatch's embedded metric format: the log is the metric, and needs no call of its own. */
export function reportMetrics({ reminders, sent, lagMs, failed }: RunResult, at: number): string {
  const values: Record<keyof typeof reminderMetrics, number> = {
    ReminderLag: lagMs,
    Reminders: reminders,
    Delivered: sent.delivered,
    Retried: sent.retry,
    DeadLetters: sent.failed,
    FailedWakeUps: failed.length,
  };
  const Metrics = Object.entries(reminderMetrics).map(([Name, Unit]) => ({ Name, Unit }));
  return JSON.stringify({
    _aws: { Timestamp: at, CloudWatchMetrics: [{ Namespace: "Luyue", Dimensions: [[]], Metrics }] },
    ...values,
  });
}
