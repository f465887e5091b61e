export { createFeed, listFeeds, readFeed, revokeFeed } from "./calendar-feed.ts";
export type { TellReason } from "./list-recipients.ts";
export { listNotifications, type NotificationName, type Reader, readNotifications } from "./notifications.ts";
export { hasMessage, messageOf, postedPayload } from "./posted-payload.ts";
export { type PlannedReminder, previewReminders } from "./preview-reminders.ts";
export { noticesOfDerivation } from "./notices-of-derivation.ts";
export { type Bounce, noteBounce, referenceOf } from "./note-bounce.ts";
export { resendMessage } from "./resend-message.ts";
export { changeReminderPolicy } from "./change-policy.ts";
export {
  type Addressee,
  type Attempt,
  entryKeyOf,
  type EntryName,
  type OutboxEntry,
  type OutboxRecipient,
  recipientKey,
} from "./outbox-entry.ts";
export type { CalendarFeed, PersonalReminders } from "./personal-reminders.ts";
export { type Delivered, type Delivery, sendOutbox, type SendResult } from "./send-outbox.ts";
export { followUnsubscribe, readUnsubscribe, unsubscribe, unsubscribePath } from "./unsubscribe.ts";
export { chooseReminders, readChoice, type ReminderChoice } from "./choose-reminders.ts";
export { settingsOf } from "./settings-of.ts";
export { runReminders, type RunResult } from "./run-reminders.ts";
export { type SweepResult, sweepReminders } from "./sweep-reminders.ts";
