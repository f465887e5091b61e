import { DomainError } from "../error/index.ts";

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function countDaysOfMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0);
}

function readDigits(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Year, month and day of a real date written as YYYY-MM-DD; undefined for anything else. */
export function readCivilDate(text: string): DateParts | undefined {
  if (text.length !== 10 || text[4] !== "-" || text[7] !== "-") return undefined;
  const year = readDigits(text, 0, 4);
  const month = readDigits(text, 5, 7);
  const day = readDigits(text, 8, 10);
  if (Number.isNaN(year) || !(day >= 1 && day <= countDaysOfMonth(year, month))) return undefined;
  return { year, month, day };
}

/** As `readCivilDate`, but throws DomainError "invalid". */
export function requireCivilDate(text: string): DateParts {
  const parts = readCivilDate(text);
  if (parts === undefined) {
    throw new DomainError("invalid", {
      zh: `不存在的日期：${text.slice(0, 40)}`,
      en: `no such date: ${text.slice(0, 40)}`,
    });
  }
  return parts;
}
