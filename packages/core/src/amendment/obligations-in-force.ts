import type { CivilDate } from "../civil-date/index.ts";
import { type ContractEvent, eventDate } from "../event/index.ts";
import {
  createEventLog,
  earliestOf,
  type EventLog,
  type FulfilledBy,
  listChecks,
  type Obligation,
} from "../obligation/index.ts";

/** What one version of the terms gives, and the day from which that version is in force; the first has none. */
interface VersionedObligations {
  readonly obligations: readonly Obligation[];
  readonly from?: CivilDate;
}

/**
 * The obligations of a contract whose terms changed from a date on. One of a series comes from the version in force on
 * its own day, everything else from the last version; what an earlier version has as fulfilled stays. Each key once.
 */
export function obligationsInForce(
  versions: readonly VersionedObligations[],
  events: readonly ContractEvent[] = [],
): Obligation[] {
  const inOrder = versions.toSorted((one, other) => compareDays(one.from ?? "", other.from ?? ""));
  const last = inOrder.at(-1);
  if (last === undefined) return [];
  const log = createEventLog(events);
  const found = new Map<string, Obligation>();
  for (const [at, version] of inOrder.entries()) {
    const until = inOrder[at + 1]?.from;
    for (const each of version.obligations) {
      if (isInForce(each, version.from, until)) addInstance(each, version.from, found, log);
    }
  }
  const earlier = inOrder.slice(0, -1).flatMap(({ obligations }) => obligations);
  const known = new Map(earlier.map((each) => [each.key, each]));
  for (const each of last.obligations) {
    if (dayOf(each) === undefined || isBetween(each, known, found)) found.set(each.key, each);
  }
  for (const each of earlier.toReversed()) {
    if (each.fulfilment !== undefined && !found.has(each.key)) found.set(each.key, each);
  }
  return [...found.values()];
}

/** The own day of one of a series; nothing where it waits, or is no series. */
function dayOf({ period, keyPeriod, belongsOn, opensOn, dueOn }: Obligation): CivilDate | undefined {
  return period === undefined && keyPeriod === undefined ? undefined : (belongsOn ?? opensOn ?? dueOn);
}

function isInForce(each: Obligation, from: CivilDate | undefined, until: CivilDate | undefined): boolean {
  const day = dayOf(each);
  if (day === undefined) return false;
  return (from === undefined || from <= day) && (until === undefined || day < until);
}

/** Moved across the day of change, so that neither version has it while it is in force: then the last one says when. */
function isBetween(each: Obligation, earlier: Obligations, found: Obligations): boolean {
  const before = earlier.get(each.key);
  return before !== undefined && !found.has(each.key) && isSameInstance(before, each);
}

type Obligations = ReadonlyMap<string, Obligation>;

/**
 * A series that is counted anew may give a key again: where the windows meet it is the same instance, and the later
 * version says when it is due; else both are owed, and the later one's key names the day from which its version counts.
 */
function addInstance(
  each: Obligation,
  from: CivilDate | undefined,
  found: Map<string, Obligation>,
  log: EventLog,
): void {
  const known = found.get(each.key);
  const again = known !== undefined && !isSameInstance(known, each);
  const named = again ? renameInstance(each, `${each.key}.${from ?? ""}`, log) : each;
  found.set(named.key, named);
}

function isSameInstance(one: Obligation, other: Obligation): boolean {
  const [first, second] = [windowOf(one), windowOf(other)];
  return first.from <= second.to && second.from <= first.to;
}

function windowOf({ opensOn, dueOn }: Obligation): { readonly from: CivilDate; readonly to: CivilDate } {
  return { from: opensOn ?? dueOn ?? "", to: dueOn ?? opensOn ?? "" };
}

/** What was recorded under the old key belongs to the instance that keeps it; its own events name the new one. */
function renameInstance(
  { fulfilment: _recorded, ...each }: Obligation,
  key: string,
  log: EventLog,
): Obligation {
  const rename = (way: FulfilledBy): FulfilledBy => (way.of === each.key ? { ...way, of: key } : way);
  const fulfilledBy = each.fulfilledBy.map(rename);
  const done = earliestOf(fulfilledBy.map(({ event, of }) => log.first(event, of)));
  return {
    ...each,
    key,
    fulfilledBy,
    ...(done === undefined ? {} : { fulfilment: { eventId: done.id, on: eventDate(done) } }),
    waitingFor: [
      ...each.waitingFor.filter(({ of }) => of !== each.key),
      ...(done === undefined ? listChecks({ ...each, key }, log) : []),
    ],
  };
}

function compareDays(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
