import { toEpochDay } from "../civil-date/index.ts";
import { DomainError } from "../error/index.ts";
import type { Arrangement } from "./arrangement.ts";
import type { ClosingDay, KeyPeriod } from "./named-range.ts";
import { publishedArrangements } from "./published-arrangements.ts";

/** Which days are worked, for one tenant, and its key periods 重保时期. Immutable; made by `createCalendar`. */
export interface Calendar {
  readonly arrangements: readonly Arrangement[];
  readonly closingDays: readonly ClosingDay[];
  readonly keyPeriods: readonly KeyPeriod[];
}

export interface CalendarInput {
  /** In place of the published ones; pass `[...publishedArrangements, newer]` to add one. */
  readonly arrangements?: readonly Arrangement[];
  readonly closingDays?: readonly ClosingDay[];
  readonly keyPeriods?: readonly KeyPeriod[];
}

/**
 * A calendar out of yearly arrangements and a tenant's own closing days.
 * A year without an arrangement is provisional: weekends and the statutory holidays only, nothing made up for.
 * Throws DomainError "invalid" for two arrangements of one year, two key periods of one key, or a range that ends before
 * it starts.
 */
export function createCalendar(input: CalendarInput = {}): Calendar {
  const arrangements = input.arrangements ?? publishedArrangements;
  const years = new Set<number>();
  for (const { year, holidays, makeUpDays } of arrangements) {
    if (years.has(year)) {
      throw new DomainError("invalid", {
        zh: `${year} 年的放假安排重复`,
        en: `two arrangements for ${year}`,
      });
    }
    years.add(year);
    holidays.forEach(requireOrder);
    makeUpDays.forEach(toEpochDay);
  }
  const closingDays = input.closingDays ?? [];
  const keyPeriods = input.keyPeriods ?? [];
  requireDistinct(keyPeriods);
  for (const range of [...closingDays, ...keyPeriods]) requireOrder(range);
  return Object.freeze({
    arrangements: Object.freeze([...arrangements]),
    closingDays: Object.freeze([...closingDays]),
    keyPeriods: Object.freeze([...keyPeriods]),
  });
}

/** Duties stand under a period's key: two of one key would be one obligation. */
function requireDistinct(periods: readonly KeyPeriod[]): void {
  const known = new Set<string>();
  for (const { key } of periods) {
    if (known.has(key)) {
      throw new DomainError("invalid", {
        zh: `重保时期的键 ${key} 重复`,
        en: `two key periods with the key ${key}`,
      });
    }
    known.add(key);
  }
}

function requireOrder({ from, to }: { from: string; to: string }): void {
  if (toEpochDay(from) > toEpochDay(to)) {
    throw new DomainError("invalid", {
      zh: `结束日 ${to} 早于开始日 ${from}`,
      en: `${to} ends before ${from}`,
    });
  }
}
