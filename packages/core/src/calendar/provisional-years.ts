import { type CivilDate, toEpochDay } from "../civil-date/index.ts";
import type { Calendar } from "./calendar.ts";
import { yearOf } from "./year-of.ts";

/** Whether a year has no arrangement, so that every date counted through it may still move. */
export function isProvisional(calendar: Calendar, year: number): boolean {
  return !calendar.arrangements.some((arrangement) => arrangement.year === year);
}

/** The provisional years that a range touches, both ends included, ascending; none when it ends before it starts. */
export function provisionalYears(calendar: Calendar, from: CivilDate, to: CivilDate): number[] {
  if (toEpochDay(from) > toEpochDay(to)) return [];
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, at) => yearOf(from) + at);
  return years.filter((year) => isProvisional(calendar, year));
}
