import { addDays, addMonths, type CivilDate, civilDateOf } from "../civil-date/index.ts";
import type { Measured, MeasureFacts } from "./measured.ts";

/**
 * Whole months of service 服务月数 that are over: from the first day of a term (`of`, else the contract's first) through its
 * last day, or through yesterday while it runs. A term whose first day does not count begins on the day after it, and its
 * months end on that day of the month (民法典 200, 202). None before the term's first day is known.
 */
export function measureMonths(
  { terms, dates, now }: MeasureFacts,
  of: string | undefined,
): Measured | undefined {
  const key = of ?? terms.terms[0]?.key;
  const start = key === undefined ? undefined : dates.termStart(key);
  if (key === undefined || start === undefined) return undefined;
  const counts = dates.termCounts(key);
  const from = counts ? start : addDays(start, 1);
  const through = [addDays(civilDateOf(now), -1), dates.termEnd(key) ?? "9999-12-30"].toSorted()[0];
  if (through === undefined) return undefined;
  const months = countMonths(start, counts ? addDays(through, 1) : through);
  return {
    value: { part: BigInt(months), whole: 1n },
    unit: "month",
    why:
      through < from
        ? { zh: `服务自 ${from} 起`, en: `service begins on ${from}` }
        : {
            zh: `自 ${from} 至 ${through}，满${months}个月`,
            en: `from ${from} through ${through}: ${months} whole months`,
          },
  };
}

function countMonths(from: CivilDate, until: CivilDate): number {
  let months = 0;
  while (addMonths(from, months + 1) <= until) months += 1;
  return months;
}
