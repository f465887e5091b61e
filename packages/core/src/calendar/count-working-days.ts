import { type CivilDate, fromEpochDay, toEpochDay } from "../civil-date/index.ts";
import { DomainError } from "../error/index.ts";
import type { Calendar } from "./calendar.ts";
import { isWorkingDay } from "./day.ts";
import { yearOf } from "./year-of.ts";
import { tableOfYear } from "./year-table.ts";

/**
 * The n-th working day after a date, or before it when n is negative; the date itself is not counted, and is the answer for 0.
 * Source: Civil Code (民法典) article 201, first paragraph.
 * Throws DomainError "invalid" for fractions, and where the count runs into a provisional year outside 2020 to 2100.
 */
export function addWorkingDays(calendar: Calendar, date: CivilDate, n: number): CivilDate {
  if (!Number.isSafeInteger(n)) {
    throw new DomainError("invalid", {
      zh: `工作日数须为整数：${n}`,
      en: `whole working days expected: ${n}`,
    });
  }
  const epochDay = toEpochDay(date);
  if (n === 0) return date;
  let table = tableOfYear(calendar, yearOf(date));
  const at = epochDay - table.firstEpochDay;
  let rank = (table.workedBefore[n > 0 ? at + 1 : at] ?? 0) + (n > 0 ? n - 1 : n);
  while (rank < 0) {
    table = tableOfYear(calendar, table.year - 1);
    rank += table.workingDays.length;
  }
  while (rank >= table.workingDays.length) {
    rank -= table.workingDays.length;
    table = tableOfYear(calendar, table.year + 1);
  }
  return fromEpochDay(table.firstEpochDay + (table.workingDays[rank] ?? 0));
}

/** The date if it is a working day, else the next one. Source: Civil Code (民法典) article 203. */
export function rollForward(calendar: Calendar, date: CivilDate): CivilDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1);
}

/** The date if it is a working day, else the last one before it. */
export function rollBackward(calendar: Calendar, date: CivilDate): CivilDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, -1);
}

/**
 * Working days after the first date through the second, so that it undoes `addWorkingDays`.
 * When the second is earlier: minus the working days from it on and before the first.
 */
export function countWorkingDays(calendar: Calendar, after: CivilDate, through: CivilDate): number {
  if (toEpochDay(through) < toEpochDay(after)) {
    return 0 - countBefore(calendar, through, after, 0);
  }
  return countBefore(calendar, after, through, 1);
}

/** Working days in [from + shift, to + shift). */
function countBefore(calendar: Calendar, from: CivilDate, to: CivilDate, shift: 0 | 1): number {
  let count = rankOf(calendar, to, shift) - rankOf(calendar, from, shift);
  for (let year = yearOf(from); year < yearOf(to); year += 1) {
    count += tableOfYear(calendar, year).workingDays.length;
  }
  return count;
}

function rankOf(calendar: Calendar, date: CivilDate, shift: 0 | 1): number {
  const table = tableOfYear(calendar, yearOf(date));
  return table.workedBefore[toEpochDay(date) - table.firstEpochDay + shift] ?? 0;
}
