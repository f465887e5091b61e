export { dayOfStep, isStepTrue, sayStep } from "./day-of-step.ts";
export { findClock } from "./lead-steps.ts";
export { escalationsBetween, latestStep, nextStep, type Remindable } from "./next-step.ts";
export type { AwaitedGate, RemindedObligation, ReminderMessage } from "./reminder-message.ts";
export {
  defaultReminderPolicy,
  defaultReminderSettings,
  type Digest,
  digestSchema,
  type Escalation,
  policyFor,
  type ReminderChannel,
  type ReminderPolicy,
  type ReminderSettings,
  reminderSettingsSchema,
} from "./reminder-policy.ts";
export { reminderRoles } from "./reminder-roles.ts";
export { type ReminderStep, type ScheduledStep, stepKey } from "./reminder-step.ts";
export { afterQuiet, gatherMinutes, sendTime } from "./send-time.ts";
export {
  type Notice,
  type NoticeEvent,
  noticeEvents,
  type NoticeMessage,
  type NoticeRow,
} from "./notice.ts";
export {
  noticeWebhookPayload,
  reminderWebhookPayload,
  type ReminderWebhookPayload,
} from "./webhook-payload.ts";
