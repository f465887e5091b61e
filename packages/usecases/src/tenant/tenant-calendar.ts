import { type Calendar, createCalendar } from "@luyue/core/calendar";
import type { Runtime } from "../runtime/runtime.ts";
import type { Tenant } from "./tenant.ts";

const calendars = new WeakMap<readonly unknown[], Map<string, Calendar>>();

/** The working calendar of a tenant: the published arrangements with its own closing days and key periods. Equal ones are shared. */
export function tenantCalendar(tenant: Tenant, runtime: Pick<Runtime, "arrangements">): Calendar {
  let known = calendars.get(runtime.arrangements);
  if (known === undefined) {
    known = new Map();
    calendars.set(runtime.arrangements, known);
  }
  const { closingDays, keyPeriods } = tenant;
  const key = JSON.stringify([closingDays, keyPeriods]);
  let calendar = known.get(key);
  if (calendar === undefined) {
    calendar = createCalendar({ arrangements: runtime.arrangements, closingDays, keyPeriods });
    known.set(key, calendar);
  }
  return calendar;
}
