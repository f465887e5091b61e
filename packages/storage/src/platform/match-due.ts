import { civilDateOf } from "@luyue/core/civil-date";
import { deadlineOf, stateOf } from "@luyue/core/obligation";
import type { StoredObligation } from "@luyue/usecases/contract";
import type { DueFilter } from "@luyue/usecases/runtime";
import { dueSections } from "../item/obligation-item.ts";
import { prefixRange, type SortRange } from "../table/table.ts";

/** Whether an obligation is what a filter asks for. Between dates stands only what has a due date. */
export function matchesDue({ obligation }: StoredObligation, filter: DueFilter): boolean {
  const { from, to, kind, state, now } = filter;
  const dueOn = deadlineOf(obligation);
  if (kind !== undefined && obligation.kind !== kind) return false;
  if (state !== undefined && stateOf(obligation, now) !== state) return false;
  if (from !== undefined && !(dueOn !== undefined && dueOn >= from)) return false;
  return to === undefined || (dueOn !== undefined && dueOn <= to);
}

/**
 * The part of a due list in which everything stands that a filter can match: without a state what is dated, then,
 * unless dates are given, what waits; never what is fulfilled. Undefined where nothing can match.
 */
export function dueRange({ from, to, state, now }: DueFilter): SortRange | undefined {
  const today = civilDateOf(now);
  switch (state) {
    case undefined:
      if (from !== undefined || to !== undefined) return dayRange(dueSections.open, from, to);
      return { low: dueSections.open, high: prefixRange(dueSections.waiting).high };
    case "waiting":
      return from === undefined && to === undefined ? prefixRange(dueSections.waiting) : undefined;
    case "fulfilled":
      return dayRange(dueSections.fulfilled, from, to);
    case "held":
    case "overdue":
    case "ended":
      return dayRange(dueSections.open, from, to === undefined || to > today ? today : to);
    case "open":
    case "ongoing":
      return dayRange(dueSections.open, from === undefined || from < today ? today : from, to);
    case "upcoming":
      return dayRange(dueSections.open, from, to);
  }
}

/** `$` follows `#`, which follows the day: the last day is included. */
function dayRange(section: string, from: string | undefined, to: string | undefined): SortRange {
  const whole = prefixRange(section);
  return {
    low: from === undefined ? whole.low : `${section}${from}#`,
    high: to === undefined ? whole.high : `${section}${to}$`,
  };
}
