export const reminderParts = ["planned", "rules", "sent", "failed"] as const;
export type ReminderPart = (typeof reminderParts)[number];

/** The part of the page on reminders that its address names. */
export function readRemindersSearch(search: Record<string, unknown>): { part?: ReminderPart } {
  const part = reminderParts.find((each) => each === search["part"]);
  return part === undefined ? {} : { part };
}
