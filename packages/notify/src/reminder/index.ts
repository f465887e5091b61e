export type {
  AwaitedGate,
  RemindedObligation,
  ReminderMessage,
  ReminderStep,
  Side,
} from "./reminder-message.ts";
export { renderReminderEmail, type RenderedEmail } from "./render-reminder-email.tsx";
export { reminderWebhookPayload, type ReminderWebhookPayload } from "./reminder-webhook-payload.ts";
