import type { Calendar } from "@luyue/core/calendar";
import type { ReminderSettings } from "@luyue/core/reminder";
import { settingsOf } from "../reminder/settings-of.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** What of a tenant its contracts are derived with. */
export interface Surroundings {
  readonly calendar: Calendar;
  readonly reminders: ReminderSettings;
}

export function surroundingsOf(tenant: Tenant, runtime: Pick<Runtime, "arrangements">): Surroundings {
  return { calendar: tenantCalendar(tenant, runtime), reminders: settingsOf(tenant) };
}
