import { findAcceptanceRights } from "@luyue/core/acceptance";
import { civilDateOf } from "@luyue/core/civil-date";
import type { ContractTerms, PenaltyRule } from "@luyue/core/contract";
import type { Obligation } from "@luyue/core/obligation";
import {
  isOfSubject,
  lateDaysOf,
  listCaps,
  type Occasion,
  listOccasions,
  type OccasionFacts,
  usedOfCap,
} from "@luyue/core/penalty";
import {
  assessRights,
  type CounterFacts,
  evaluateCounter,
  findTermsRights,
  type LateObligation,
  type Right,
  type RightStanding,
  withoutNamed,
} from "@luyue/core/right";
import { findScoreRights, findScoreTriggers } from "@luyue/core/score";
import type { Instant } from "@luyue/core/civil-date";
import type { ContractState } from "../contract/contract.ts";
import { scoreTermsOf } from "../score/scored-period.ts";

/** The rights that have arisen, the latest first. Pure: from the contract as it is and its obligations. */
export function readRights(state: ContractState, obligations: readonly Obligation[], now: Instant): Right[] {
  const { terms } = state.terms;
  const counters = counterFacts(state, obligations, now);
  return [
    ...findTermsRights(terms, assessRights(terms, counters), state.work),
    ...withoutNamed(terms, counters.acceptanceRights),
    ...findScoreRights(scoreTermsOf(state), state.work.sheets),
  ].toSorted((one, other) => (one.arisenOn > other.arisenOn ? -1 : 1));
}

/** How far each counter is of each right that the terms give. */
export function readCounters(
  state: ContractState,
  obligations: readonly Obligation[],
  now: Instant,
): RightStanding[] {
  return assessRights(state.terms.terms, counterFacts(state, obligations, now));
}

/** What the record shows that a penalty may be owed for, the latest first. */
export function readOccasions(
  state: ContractState,
  obligations: readonly Obligation[],
  now: Instant,
): readonly Occasion[] {
  const counters = counterFacts(state, obligations, now);
  return listOccasions(state.terms.terms, occasionFacts(state, obligations, counters, now));
}

function occasionFacts(
  state: ContractState,
  obligations: readonly Obligation[],
  counters: CounterFacts,
  now: Instant,
): OccasionFacts {
  const { work } = state;
  return {
    ...work,
    measurements: work.measurements.filter(({ withdrawn }) => withdrawn === undefined),
    obligations,
    triggers: findScoreTriggers(scoreTermsOf(state), work.sheets),
    reached: (counter) =>
      evaluateCounter(counter, counters).reached.map(({ key, on, because }) => ({
        key: `counted.${counter.count}.${key}`,
        on,
        because: {
          zh: because.map(({ text }) => text.zh).join("；"),
          en: because.map(({ text }) => text.en).join("; "),
        },
      })),
    nameOfPerson: counters.nameOfPerson,
    now,
  };
}

function counterFacts(state: ContractState, obligations: readonly Obligation[], now: Instant): CounterFacts {
  const { terms } = state.terms;
  const { work } = state;
  const names = new Map(work.people.map(({ id, name }) => [id, name]));
  return {
    ...work,
    obligations,
    acceptanceRights: findAcceptanceRights(terms, work.rounds, civilDateOf(now)),
    capOf: (key) => capOf(key, terms, state),
    lateOf: (penalty) => listLate(penalty, terms, obligations, now),
    nameOfPerson: (id) => names.get(id) ?? id,
    now,
  };
}

function capOf(key: string, terms: ContractTerms, { work }: ContractState) {
  const covered = terms.penaltyCaps?.find((cap) => cap.key === key)?.covers[0];
  const cap = covered === undefined ? undefined : listCaps(terms, covered).find((each) => each.key === key);
  return cap === undefined ? undefined : { limit: cap.limit, used: usedOfCap(cap, work.penalties) };
}

function listLate(
  penalty: string,
  { penalties = [] }: ContractTerms,
  obligations: readonly Obligation[],
  now: Instant,
): LateObligation[] {
  const rule: PenaltyRule | undefined = penalties.find(({ key }) => key === penalty);
  const { on } = rule ?? {};
  if (on?.when !== "late") return [];
  return obligations.flatMap((obligation) => {
    const { key, title, dueOn } = obligation;
    if (dueOn === undefined || !on.of.some((of) => isOfSubject(key, of))) return [];
    const days = lateDaysOf(obligation, civilDateOf(now));
    return days > 0 ? [{ key, title, dueOn, days }] : [];
  });
}
