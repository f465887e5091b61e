import * as z from "zod";
import { timeOfDaySchema } from "../civil-date/index.ts";

/** When reminders go out: days ahead, hour of the day in Asia/Shanghai, and how often a wait is nudged. */
export const reminderPolicySchema = z.strictObject({
  leadDays: z.array(z.int().min(1).max(365)).max(20),
  sendAt: timeOfDaySchema,
  nudgeAfterDays: z.int().min(1).max(365),
  nudgeEveryDays: z.int().min(1).max(365),
});
export type ReminderPolicy = z.infer<typeof reminderPolicySchema>;

/** What every tenant starts with: 30, 14, 7, 3 and 1 days ahead, the day itself, then every working day while overdue. */
export const defaultReminderPolicy: ReminderPolicy = {
  leadDays: [30, 14, 7, 3, 1],
  sendAt: "09:00",
  nudgeAfterDays: 7,
  nudgeEveryDays: 30,
};
