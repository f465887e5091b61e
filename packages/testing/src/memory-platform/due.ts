import { deadlineOf, stateOf } from "@luyue/core/obligation";
import type { Instant } from "@luyue/core/civil-date";
import type { ObligationKind, ObligationState } from "@luyue/core/obligation";
import type { Kinds } from "./kinds.ts";

export interface MemoryDueFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly kind?: ObligationKind | undefined;
  readonly state?: ObligationState | undefined;
  readonly now: Instant;
}

/** In a list of all contracts: without a state everything that is not fulfilled. */
export function isListedDue(stored: Kinds["obligation"], filter: MemoryDueFilter): boolean {
  const open = filter.state !== undefined || stored.obligation.fulfilment === undefined;
  return open && matchesDue(stored, filter);
}

/** Without a state everything; between dates only what has a due date. */
export function matchesDue({ obligation }: Kinds["obligation"], filter: MemoryDueFilter): boolean {
  const { from, to, kind, state, now } = filter;
  const dueOn = deadlineOf(obligation);
  if (kind !== undefined && obligation.kind !== kind) return false;
  if (state !== undefined && stateOf(obligation, now) !== state) return false;
  if (from !== undefined && !(dueOn !== undefined && dueOn >= from)) return false;
  return to === undefined || (dueOn !== undefined && dueOn <= to);
}

/** Where an obligation stands in a due list: dated, then waiting. */
export function dueSortOf({ contractId, obligation }: Kinds["obligation"]): string {
  const { fulfilment, opensOn, key } = obligation;
  const dueOn = deadlineOf(obligation);
  const section = fulfilment !== undefined ? "F" : opensOn === undefined && dueOn === undefined ? "W" : "O";
  return `${section}#${dueOn ?? "9999-12-31"}#${contractId}#${key}`;
}

/** Where an obligation stands in its contract's own list: by date, what has none last. */
export function contractSortOf({ obligation }: Kinds["obligation"]): string {
  return `${deadlineOf(obligation) ?? "9999-12-31"}#${obligation.key}`;
}
