export {
  arrangementSchema,
  holidaySpanSchema,
  type Arrangement,
  type HolidaySpan,
} from "./arrangement.ts";
export { createCalendar, type Calendar, type CalendarInput } from "./calendar.ts";
export { addWorkingDays, countWorkingDays, rollBackward, rollForward } from "./count-working-days.ts";
export { dayOf, isWorkingDay, type CalendarDay } from "./day.ts";
export { type CutKeyPeriod, keyPeriodsWithin } from "./key-periods-within.ts";
export { makeUpDaysBetween, nonWorkingRuns, type NonWorkingRun } from "./list-days.ts";
export {
  closingDaySchema,
  keyPeriodListSchema,
  keyPeriodSchema,
  type ClosingDay,
  type KeyPeriod,
} from "./named-range.ts";
export { isProvisional, provisionalYears } from "./provisional-years.ts";
export { publishedArrangements } from "./published-arrangements.ts";
export type { DayKind } from "./year-table.ts";
