export type { OutboxEntry, OutboxRecipient } from "./outbox-entry.ts";
export { type Delivered, type Delivery, sendOutbox, type SendResult } from "./send-outbox.ts";
export { runReminders, type RunResult } from "./run-reminders.ts";
export { type SweepResult, sweepReminders } from "./sweep-reminders.ts";
