export { renderReminderEmail, type RenderedEmail } from "./render-reminder-email.tsx";
export { reminderWebhookPayload, type ReminderWebhookPayload } from "./reminder-webhook-payload.ts";
