import { addDays, lastDayOfMonth, weekdayOf } from "@luyue/core/civil-date";

const daysOfWeek = 7;

/** The weeks, Monday to Sunday, that hold a month, given by its first day. */
export function listWeeks(first: string): readonly (readonly string[])[] {
  const last = lastDayOfMonth(first);
  const weeks: string[][] = [];
  for (
    let monday = addDays(first, 1 - weekdayOf(first));
    monday <= last;
    monday = addDays(monday, daysOfWeek)
  ) {
    weeks.push(Array.from({ length: daysOfWeek }, (_none, index) => addDays(monday, index)));
  }
  return weeks;
}
