/** The metrics of reminders, by the names that alarms are set on. */
export const reminderMetrics = {
  ReminderLag: "Milliseconds",
  Reminders: "Count",
  FailedWakeUps: "Count",
  Delivered: "Count",
  Retried: "Count",
  DeadLetters: "Count",
  CalendarDaysLeft: "Count",
} as const;

export const metricNamespace = "Luyue";

/** One line in CloudWatch's embedded metric format: the log is the metric, and needs no call of its own. */
export function reportMetrics(
  values: Partial<Readonly<Record<keyof typeof reminderMetrics, number>>>,
  at: number,
): string {
  const Metrics = Object.entries(reminderMetrics)
    .filter(([Name]) => Name in values)
    .map(([Name, Unit]) => ({ Name, Unit }));
  return JSON.stringify({
    _aws: { Timestamp: at, CloudWatchMetrics: [{ Namespace: metricNamespace, Dimensions: [[]], Metrics }] },
    ...values,
  });
}

/** A line of the log as it is: what the console writes comes dressed by Lambda, and is no metric any more. */
export function writeLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
