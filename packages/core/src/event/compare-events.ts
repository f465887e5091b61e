import { toEpochMs } from "../civil-date/index.ts";
import { type ContractEvent, eventDate } from "./contract-event.ts";

/** By date, then by instant (a date alone comes first on its day), then by id, so that the order is always the same. */
export function compareEvents(a: ContractEvent, b: ContractEvent): number {
  return compare(eventDate(a), eventDate(b)) || compare(instantOf(a), instantOf(b)) || compare(a.id, b.id);
}

function instantOf({ at }: ContractEvent): number {
  return at === undefined ? Number.NEGATIVE_INFINITY : toEpochMs(at);
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
