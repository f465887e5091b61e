import { defaultReminderSettings, type ReminderSettings } from "@luyue/core/reminder";
import type { Tenant } from "../tenant/tenant.ts";

/** What holds for a tenant's reminders: its own, or the defaults. */
export function settingsOf({ reminders }: Pick<Tenant, "reminders">): ReminderSettings {
  return reminders ?? defaultReminderSettings;
}
