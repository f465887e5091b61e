import { DomainError } from "../error/index.ts";
import type { CivilDate } from "./civil-date.ts";
import { formatDate, fromEpochDay, toEpochDay } from "./epoch-day.ts";
import { countDaysOfMonth, requireCivilDate } from "./read-civil-date.ts";

/** The date `days` later (earlier when negative). Throws DomainError "invalid" for fractions and outside the years 0000 to 9999. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/**
 * The matching day `months` later (earlier when negative), or the last day of a month without it.
 * Source: Civil Code (民法典) article 202. Throws DomainError "invalid" for fractions and outside the years 0000 to 9999.
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = requireCivilDate(date);
  const total = year * 12 + month - 1 + months;
  const movedYear = Math.floor(total / 12);
  if (!Number.isInteger(months) || movedYear < 0 || movedYear > 9999) {
    throw new DomainError("invalid", {
      zh: `不能从 ${date} 起推 ${months} 个月`,
      en: `cannot move ${date} by ${months} months`,
    });
  }
  const movedMonth = total - movedYear * 12 + 1;
  return formatDate(movedYear, movedMonth, Math.min(day, countDaysOfMonth(movedYear, movedMonth)));
}

/** As `addMonths` with twelve months a year: 2024-02-29 and one year is 2025-02-28. */
export function addYears(date: CivilDate, years: number): CivilDate {
  return addMonths(date, years * 12);
}

/** Days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: CivilDate): number {
  return weekdayOfEpochDay(toEpochDay(date));
}

function weekdayOfEpochDay(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/** The last day of the month that the date lies in. */
export function lastDayOfMonth(date: CivilDate): CivilDate {
  const { year, month } = requireCivilDate(date);
  return formatDate(year, month, countDaysOfMonth(year, month));
}
