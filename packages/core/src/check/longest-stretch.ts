import { addWorkingDays, type Calendar } from "../calendar/index.ts";
import { addDays, addMonths, type CivilDate, daysBetween } from "../civil-date/index.ts";
import type { PeriodUnit } from "../date-rule/index.ts";

/**
 * The most calendar days that a period can take, wherever it starts in the years whose arrangement is published: 20 working
 * days are 36 over National Day. A last day that moves on over a holiday is not counted; the law's own period has it too.
 */
export function longestStretch(calendar: Calendar, count: number, unit: PeriodUnit): number {
  if (unit === "day") return count;
  if (unit === "week") return 7 * count;
  const endOf = (start: CivilDate): CivilDate => {
    if (unit === "workingDay") return addWorkingDays(calendar, start, count);
    return addMonths(start, unit === "year" ? 12 * count : count);
  };
  const years = calendar.arrangements.map(({ year }) => year);
  // Without an arrangement, weekends and statutory holidays of any years serve.
  const [first, last] = years.length === 0 ? [2024, 2027] : [Math.min(...years), Math.max(...years)];
  let longest = 0;
  for (let start = `${first}-01-01`; start <= `${last}-12-31`; start = addDays(start, 1)) {
    longest = Math.max(longest, daysBetween(start, endOf(start)));
  }
  return longest;
}
