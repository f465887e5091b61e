import { compareEvents, type ContractEvent, type EventKind } from "../event/index.ts";
import type { FulfilledBy } from "./obligation.ts";

/** Events of a contract by kind and subject, earliest first. */
export interface EventLog {
  readonly events: readonly ContractEvent[];
  readonly first: (kind: EventKind, of: string | undefined) => ContractEvent | undefined;
  readonly all: (kind: EventKind, of: string | undefined) => readonly ContractEvent[];
  /** Those of a kind, whatever they are about. */
  readonly ofKind: (kind: EventKind) => readonly ContractEvent[];
}

export function createEventLog(events: readonly ContractEvent[]): EventLog {
  const byKey = new Map<string, ContractEvent[]>();
  for (const event of events) {
    const key = `${event.kind}|${event.of ?? ""}`;
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [event]);
    else list.push(event);
  }
  for (const list of byKey.values()) list.sort(compareEvents);
  const all = (kind: EventKind, of: string | undefined) => byKey.get(`${kind}|${of ?? ""}`) ?? [];
  const ofKind = (kind: EventKind) => events.filter((event) => event.kind === kind).toSorted(compareEvents);
  return { events, all, ofKind, first: (kind, of) => all(kind, of)[0] };
}

interface Found {
  readonly log: EventLog;
  readonly event: (kind: EventKind, of: string | undefined) => ContractEvent | undefined;
}

/** When one of the events that fulfil an obligation happened: the earliest; money is there once all of it is. */
export function findFulfilment(
  { log, event }: Found,
  ways: readonly FulfilledBy[],
): ContractEvent | undefined {
  return earliestOf(
    ways.map((way) =>
      way.event === "paid" || way.event === "invoiceReceived"
        ? event(way.event, way.of)
        : log.first(way.event, way.of),
    ),
  );
}

export function earliestOf(events: readonly (ContractEvent | undefined)[]): ContractEvent | undefined {
  return events.filter((event) => event !== undefined).toSorted(compareEvents)[0];
}

/**
 * How much of a quota has been done, and the event with which it was reached: `credit` is the kind of event that counts
 * towards it, and what that is about.
 */
export function countQuota(
  log: EventLog,
  credit: FulfilledBy,
  count: number,
): { readonly done: number; readonly reachedBy?: ContractEvent } {
  let done = 0;
  let reachedBy: ContractEvent | undefined;
  for (const event of log.all(credit.event, credit.of)) {
    done += event.quantity ?? 1;
    if (done >= count && reachedBy === undefined) reachedBy = event;
  }
  return reachedBy === undefined ? { done } : { done, reachedBy };
}
