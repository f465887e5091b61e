import { DomainError } from "../error/index.ts";
import type { CivilDate } from "./civil-date.ts";
import { requireCivilDate } from "./read-civil-date.ts";

const daysOfFourCenturies = 146_097;
const firstEpochDay = -719_528;
const lastEpochDay = 2_932_896;

/** Days from 0000-03-01 to 1970-01-01. Years are counted from March, so that the leap day ends a year. */
const epochOffset = 719_468;

/** Epoch day of a year (0 to 9999), month (1 to 12) and day that exist. */
export function countEpochDay(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + day - 1 - epochOffset;
}

/** Days since 1970-01-01, negative before. Throws DomainError "invalid" for a date that does not exist. */
export function toEpochDay(date: CivilDate): number {
  const { year, month, day } = requireCivilDate(date);
  return countEpochDay(year, month, day);
}

/** The date that many days after 1970-01-01. Throws DomainError "invalid" for fractions and outside the years 0000 to 9999. */
export function fromEpochDay(epochDay: number): CivilDate {
  if (!Number.isInteger(epochDay) || epochDay < firstEpochDay || epochDay > lastEpochDay) {
    throw new DomainError("invalid", {
      zh: `日期超出 0000 年至 9999 年：第 ${epochDay} 日`,
      en: `date outside the years 0000 to 9999: day ${epochDay}`,
    });
  }
  const shifted = epochDay + epochOffset;
  const era = Math.floor(shifted / daysOfFourCenturies);
  const dayOfEra = shifted - era * daysOfFourCenturies;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return formatDate(year, month, day);
}

export function formatDate(year: number, month: number, day: number): CivilDate {
  const yearText = year >= 1000 ? `${year}` : `${year}`.padStart(4, "0");
  return `${yearText}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}
