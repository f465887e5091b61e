import { addMonths, type CivilDate } from "../civil-date/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { goesOn } from "./goes-on.ts";
import type { Obligation, Quota } from "./obligation.ts";

/**
 * The events as though an early end had come later: every period that was running then is whole again, and a span without
 * an end of its own has one. What such a derivation gives holds through the real end and is cut there by `cutAtEnd`.
 */
export function postponeEnd(events: readonly ContractEvent[], endedOn: CivilDate): ContractEvent[] {
  // No period is longer than a year, nor does a holiday move its last day by months.
  const later = addMonths(endedOn, 18);
  return events.map((event) => (event.kind === "ended" ? { ...event, on: later } : event));
}

/**
 * What of the agreed obligations counts once the contract has ended early: what was fulfilled, what had fallen due by that
 * day, and what goes on. A quota whose day had not come stays with what was done of it; the rest is not owed any more.
 */
export function cutAtEnd(agreed: readonly Obligation[], endedOn: CivilDate): Obligation[] {
  return agreed.flatMap((obligation): Obligation[] => {
    const { fulfilment, dueOn, quota } = obligation;
    const wasDue = dueOn !== undefined && dueOn <= endedOn;
    if (fulfilment !== undefined || wasDue || goesOn(obligation)) return [obligation];
    return quota === undefined ? [] : [{ ...obligation, quota: { ...quota, cutShort: true } }];
  });
}

/** How much of a quota is owed in all. */
export function owedOfQuota({ count, done, cutShort }: Quota): number {
  return cutShort === true ? Math.min(done, count) : count;
}
