import type { Calendar } from "@luyue/core/calendar";
import {
  addDays,
  addMinutes,
  type CivilDate,
  civilDateOf,
  type Instant,
  instantAt,
  toEpochMs,
} from "@luyue/core/civil-date";
import { obligationsInForce, scorePeriodsInForce } from "@luyue/core/amendment";
import type { ContractTerms } from "@luyue/core/contract";
import type { ContractEvent } from "@luyue/core/event";
import { isRolling } from "@luyue/core/date-rule";
import {
  closeObligations,
  deadlineOf,
  type DeriveOptions,
  deriveObligations,
  deriveRights,
  diffObligations,
  isScoreOpen,
  type Obligation,
  type ObligationDiff,
  readHold,
} from "@luyue/core/obligation";
import { type UnitContact, unitOfTally } from "@luyue/core/finding";
import { findClock, nextStep, policyFor } from "@luyue/core/reminder";
import { isSameJson } from "@luyue/core/text";
import { type ContractWork, namesOfWork } from "@luyue/core/work";
import type { Change } from "../runtime/store.ts";
import type { Contract, ContractState, StoredObligation } from "./contract.ts";
import { readRights } from "../right/read-risk.ts";
import { factsOf } from "./facts-of.ts";
import type { Surroundings } from "./surroundings-of.ts";

/** Daily and weekly obligations are stored this many days ahead. */
const rollingDays = 21;
/** More obligation writes than this do not fit into the command's own transaction (DynamoDB takes 100 actions). */
export const mostChanges = 80;

export interface Derivation {
  readonly changes: readonly Change[];
  /** What the record says of it: how many came, which dates moved, what no longer follows; of each the first hundred. */
  readonly summary: {
    readonly created: number;
    readonly movedCount: number;
    readonly withdrawnCount: number;
    readonly moved: readonly {
      readonly key: string;
      readonly from: CivilDate | null;
      readonly to: CivilDate | null;
    }[];
    readonly withdrawn: readonly string[];
    readonly keptWithoutTerm: readonly string[];
  };
  /** What of it goes on the head, where {@link wakeOf} finds it. */
  readonly ahead: Pick<Contract, "horizonOn" | "lookOn">;
}

/**
 * What deriving a contract's obligations anew changes in the store; `inForceOn` is the day up to which amendments count
 * as in force. Pure: the same input gives the same writes.
 */
export function planDerivation(
  state: ContractState,
  { calendar, reminders }: Surroundings,
  now: Instant,
  inForceOn: CivilDate = civilDateOf(now),
): Derivation {
  const { contract, obligations: stored } = state;
  const horizonOn = addDays(civilDateOf(now), rollingDays);
  const owed = deriveInForce(state, calendar, inForceOn, horizonOn);
  const risk = contract.status === "active" ? readRights(state, owed, now) : [];
  const told = risk.filter(({ gives }) => gives !== "claim");
  const should = [...owed, ...deriveRights(told, state.terms.terms, factsOf(state), calendar)];
  const byKey = new Map(stored.map((each) => [each.obligation.key, each]));
  const diff = diffObligations(
    should,
    stored.map(({ obligation }) => obligation),
  );
  const changed = new Set(diff.changed.map(({ after }) => after.key));
  const renamed = should.filter(({ key }) => {
    const before = byKey.get(key);
    return before !== undefined && !changed.has(key) && !hasNamesOf(state, before);
  });
  const put = (obligation: Obligation, before: StoredObligation | undefined): Change => ({
    change: "putObligation",
    stored: storeObligation(state, obligation, before, { calendar, reminders }, now),
  });
  return {
    changes: [
      ...diff.created.map((obligation) => put(obligation, undefined)),
      ...diff.changed.map(({ after }) => put(after, byKey.get(after.key))),
      ...renamed.map((obligation) => put(obligation, byKey.get(obligation.key))),
      ...diff.withdrawn.map(
        ({ key }): Change => ({ change: "deleteObligation", contractId: contract.id, key }),
      ),
    ],
    summary: summarise(diff),
    ahead: contract.status === "active" ? aheadOf(state, owed, calendar, civilDateOf(now), horizonOn) : {},
  };
}

function aheadOf(
  state: ContractState,
  owed: readonly Obligation[],
  calendar: Calendar,
  today: CivilDate,
  horizonOn: CivilDate,
): Derivation["ahead"] {
  const lookOn = findLook(state.terms.terms, owed, today);
  return {
    ...(goesOnWithTime(state, calendar) ? { horizonOn } : {}),
    ...(lookOn === undefined ? {} : { lookOn }),
  };
}

/**
 * What follows from the versions of the terms that are in force, and what of it is still owed once the contract is closed;
 * daily and weekly series to their end without a horizon.
 */
export function deriveInForce(
  state: ContractState,
  calendar: Calendar,
  inForceOn: CivilDate,
  horizonOn?: CivilDate,
): readonly Obligation[] {
  const options = horizonOn === undefined ? {} : { horizonOn };
  const should = deriveVersions(state, factsOf(state), calendar, inForceOn, options);
  return state.contract.status === "closed" ? closeObligations(should) : should;
}

/** What the versions of the terms that are in force on a day give together after the facts. */
export function deriveVersions(
  { contract, versions, work }: Pick<ContractState, "contract" | "versions" | "work">,
  facts: readonly ContractEvent[],
  calendar: Calendar,
  inForceOn: CivilDate,
  more: Pick<DeriveOptions, "horizonOn" | "withReleased">,
): readonly Obligation[] {
  const { vendorSize } = contract;
  const options = {
    ...more,
    units: work.units,
    names: namesOfWork(work),
    ...(vendorSize === undefined ? {} : { vendorSize }),
  };
  const inForce = versions.filter(({ from }) => from === undefined || from <= inForceOn);
  const scored = scorePeriodsInForce(inForce, facts, calendar, more.horizonOn);
  const derived = inForce.map(({ terms, from }, at) => ({
    obligations: deriveObligations(terms, facts, calendar, { ...options, scorePeriods: scored[at] ?? [] }),
    ...(from === undefined ? {} : { from }),
  }));
  return obligationsInForce(derived, facts);
}

/** Lists and reminders show the contract's names beside the obligation, and go to a unit's contacts: both may change. */
function hasNamesOf({ contract, work }: ContractState, stored: StoredObligation): boolean {
  const contacts = contactsOf(stored.obligation, work) ?? [];
  return (
    isSameJson(stored.contacts ?? [], contacts) &&
    stored.contractName === contract.name &&
    stored.buyerName === contract.buyerName &&
    stored.vendorName === contract.vendorName
  );
}

function contactsOf({ kind, key }: Obligation, { units }: ContractWork): readonly UnitContact[] | undefined {
  if (kind !== "finding") return undefined;
  const unitId = unitOfTally(key.slice("finding.".length));
  const contacts = units.find(({ id }) => id === unitId)?.contacts;
  return contacts?.length === 0 ? undefined : contacts;
}

/** A line of the record stays small however large the change is. */
const mostListed = 100;

function summarise(diff: ObligationDiff): Derivation["summary"] {
  const moved = diff.changed.flatMap(({ before, after }) =>
    before.dueOn === after.dueOn
      ? []
      : [{ key: after.key, from: before.dueOn ?? null, to: after.dueOn ?? null }],
  );
  return {
    created: diff.created.length,
    movedCount: moved.length,
    moved: moved.slice(0, mostListed),
    withdrawnCount: diff.withdrawn.length,
    withdrawn: diff.withdrawn.map(({ key }) => key).slice(0, mostListed),
    keptWithoutTerm: diff.kept.map(({ key }) => key).slice(0, mostListed),
  };
}

function storeObligation(
  { contract, work }: ContractState,
  obligation: Obligation,
  before: StoredObligation | undefined,
  surroundings: Surroundings,
  now: Instant,
): StoredObligation {
  const knownOn = before?.knownOn ?? civilDateOf(now);
  const remindAt = remindAtOf(obligation, before, knownOn, surroundings, now);
  const contacts = contactsOf(obligation, work);
  return {
    tenantId: contract.tenantId,
    contractId: contract.id,
    vendorId: contract.vendorId,
    contractNumber: contract.number,
    contractName: contract.name,
    buyerName: contract.buyerName,
    vendorName: contract.vendorName,
    obligation,
    ...(contacts === undefined ? {} : { contacts }),
    knownOn,
    ...(remindAt === undefined ? {} : { remindAt }),
  };
}

/**
 * A date that stays keeps its next reminder; a new or moved one, or a quota with something credited, starts with the steps of
 * today, a clock with its first one: it is told of at once, also where it started before midnight.
 */
function remindAtOf(
  obligation: Obligation,
  before: StoredObligation | undefined,
  knownOn: CivilDate,
  { calendar, reminders }: Surroundings,
  now: Instant,
): Instant | undefined {
  if (before !== undefined && sameTiming(before.obligation, obligation)) return before.remindAt;
  const today = instantAt(civilDateOf(now), "00:00");
  const start = findClock(obligation)?.start ?? today;
  const since = addMinutes(toEpochMs(start) < toEpochMs(today) ? start : today, -1);
  return nextStep({ obligation, knownOn }, policyFor(reminders, obligation.kind), calendar, since)?.at;
}

function sameTiming(a: Obligation, b: Obligation): boolean {
  return (
    deadlineOf(a) === deadlineOf(b) &&
    a.dueAt === b.dueAt &&
    a.warnAt === b.warnAt &&
    a.opensOn === b.opensOn &&
    a.nudges === b.nudges &&
    a.quota?.count === b.quota?.count &&
    a.quota?.done === b.quota?.done &&
    isSameJson(readHold(a), readHold(b)) &&
    (a.fulfilment === undefined) === (b.fulfilment === undefined)
  );
}

/** Rights arise by delay: the day after a cure or a rectification was due, or the one with which a delay is long enough. */
function findLook(
  terms: ContractTerms,
  owed: readonly Obligation[],
  today: CivilDate,
): CivilDate | undefined {
  const delays = (terms.rights ?? []).flatMap(({ any }) =>
    any.flatMap((counter) => (counter.count === "lateDays" ? [counter.value, counter.value + 1] : [])),
  );
  const days = owed
    .flatMap(({ kind, dueOn, fulfilment }) => {
      if (dueOn === undefined || fulfilment !== undefined || !mayBeMissed.has(kind)) return [];
      return [1, ...delays].map((count) => addDays(dueOn, count));
    })
    .filter((on) => on > today);
  return days.toSorted()[0];
}

const mayBeMissed: ReadonlySet<Obligation["kind"]> = new Set([
  "cure",
  "plan",
  "rectification",
  "fullRectification",
]);

/** Whether further obligations come as time goes by, though nothing happens. */
function goesOnWithTime(state: ContractState, calendar: Calendar): boolean {
  const { terms } = state.terms;
  return hasRollingSeries(terms) || isScoreOpen(terms, factsOf(state), calendar);
}

function hasRollingSeries(terms: ContractTerms): boolean {
  const duties = [...(terms.services ?? []), ...(terms.deliverables ?? []), ...(terms.reports ?? [])];
  return duties.some(({ schedule }) => isRolling(schedule));
}
