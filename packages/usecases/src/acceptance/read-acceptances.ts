import {
  type AcceptanceRound,
  type AcceptanceStanding,
  assessAcceptance,
  type Criterion,
  findAcceptanceRights,
} from "@luyue/core/acceptance";
import { type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import { type ContractTerms, titleText } from "@luyue/core/contract";
import { DomainError } from "@luyue/core/error";
import type { MeasureFacts } from "@luyue/core/measurement";
import type { Right } from "@luyue/core/right";
import type { Text } from "@luyue/core/text";
import type { Contract, ContractState } from "../contract/contract.ts";
import { readInForce } from "../contract/read-as-party.ts";
import type { Actor } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { nameOfAcceptance, noSuchRound } from "./demand-round.ts";
import { measureFactsOf, readCriteria } from "./read-criteria.ts";

/** An acceptance of the terms: its rounds, and what each criterion comes to now. */
export interface AcceptanceRead {
  readonly of: string;
  readonly title: Text;
  readonly stage: "stage" | "final";
  readonly clause?: string;
  readonly standing: AcceptanceStanding;
  readonly criteria: readonly Criterion[];
}

export interface ContractAcceptances {
  readonly asOf: CivilDate;
  readonly acceptances: readonly AcceptanceRead[];
  readonly rights: readonly Right[];
}

/** Every acceptance of a contract, to a member of its agency or to the vendor's people. Throws `notFound`. */
export async function readAcceptances(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  runtime: Runtime,
): Promise<ContractAcceptances> {
  const { state, facts, asOf } = await loadMeasured(store, actor, contractId, runtime);
  const { terms } = state.terms;
  const acceptances = (terms.acceptances ?? []).map((acceptance): AcceptanceRead => {
    const { key, title, stage, clause } = acceptance;
    return {
      of: key,
      title: titleText(title),
      stage,
      ...(clause === undefined ? {} : { clause }),
      standing: assessAcceptance(acceptance, state.work.rounds),
      criteria: readCriteria(state, key, facts),
    };
  });
  return { asOf, acceptances, rights: findAcceptanceRights(terms, state.work.rounds, asOf) };
}

/** The acceptance that `of` names, of those that were read. Throws `notFound`. */
export function demandAcceptance({ acceptances }: ContractAcceptances, of: string): AcceptanceRead {
  const found = acceptances.find((each) => each.of === of);
  if (found !== undefined) return found;
  throw new DomainError("notFound", { zh: "本合同没有该项验收", en: "the contract has no such acceptance" });
}

/** All that the report of one round says. */
export interface AcceptanceReport {
  readonly asOf: CivilDate;
  readonly contract: Contract;
  readonly terms: ContractTerms;
  readonly title: Text;
  readonly round: AcceptanceRound;
  /** The criteria as the record gives them now, for a round that nobody has assessed. */
  readonly criteria: readonly Criterion[];
  readonly facts: MeasureFacts;
}

/** What the report of a round 验收报告 is made of. Throws `notFound`. */
export async function readReport(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  roundId: string,
  runtime: Runtime,
): Promise<AcceptanceReport> {
  const { state, facts, asOf } = await loadMeasured(store, actor, contractId, runtime);
  const round = state.work.rounds.find(({ id }) => id === roundId);
  if (round === undefined) throw noSuchRound();
  return {
    asOf,
    contract: state.contract,
    terms: state.terms.terms,
    title: nameOfAcceptance(state, round.of),
    round,
    criteria: readCriteria(state, round.of, facts),
    facts,
  };
}

interface Measured {
  readonly state: ContractState;
  readonly facts: MeasureFacts;
  readonly asOf: CivilDate;
}

async function loadMeasured(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  runtime: Runtime,
): Promise<Measured> {
  const { state, tenant } = await readInForce(store, actor, contractId, runtime);
  return { state, facts: measureFactsOf(state, { tenant, runtime }), asOf: civilDateOf(runtime.now()) };
}
