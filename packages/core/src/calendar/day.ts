import { type CivilDate, toEpochDay } from "../civil-date/index.ts";
import type { Text } from "../text/index.ts";
import type { Calendar } from "./calendar.ts";
import { yearOf } from "./year-of.ts";
import { type DayKind, isWorked, tableOfYear } from "./year-table.ts";

/** What one date is. `name` says which holiday or closing it is; `provisional` that its year has no arrangement yet. */
export interface CalendarDay {
  readonly date: CivilDate;
  readonly working: boolean;
  readonly kind: DayKind;
  readonly name?: Text;
  readonly provisional: boolean;
}

/** A tenant's closing counts only where the day would be worked: on a weekend or holiday the kind stays what it is. */
export function dayOf(calendar: Calendar, date: CivilDate): CalendarDay {
  const epochDay = toEpochDay(date);
  const table = tableOfYear(calendar, yearOf(date));
  const at = epochDay - table.firstEpochDay;
  const kind = table.kinds[at] ?? "weekday";
  const name = table.names.get(at);
  const day = { date, working: isWorked(kind), kind, provisional: table.provisional };
  return name ? { ...day, name } : day;
}

export function isWorkingDay(calendar: Calendar, date: CivilDate): boolean {
  return dayOf(calendar, date).working;
}
