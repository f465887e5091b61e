export { civilDateSchema, type CivilDate } from "./civil-date.ts";
export { fromEpochDay, toEpochDay } from "./epoch-day.ts";
export {
  addMinutes,
  civilDateOf,
  fromEpochMs,
  instantAt,
  instantSchema,
  toEpochMs,
  type Instant,
} from "./instant.ts";
export {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  lastDayOfMonth,
  weekdayOf,
} from "./move-date.ts";
export { timeOfDaySchema, type TimeOfDay } from "./time-of-day.ts";
