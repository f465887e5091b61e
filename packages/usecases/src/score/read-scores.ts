import { type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import type { ScoreTerms } from "@luyue/core/contract";
import { DomainError } from "@luyue/core/error";
import {
  findScoreTriggers,
  type ScoreSheet,
  type ScoreTrigger,
  type WorkedSheet,
  workOutSheet,
} from "@luyue/core/score";
import type { Contract, ContractState } from "../contract/contract.ts";
import { readInForce } from "../contract/read-as-party.ts";
import type { Actor } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { type ScoreYear, listYears } from "./score-year.ts";
import { listScoredPeriods, type ScoreContext, type ScoredPeriod, scoreTermsOf } from "./scored-period.ts";

/** Where a period stands: not begun, going on, over and to be scored, proposed to the vendor, or final. */
export type PeriodState = "upcoming" | "running" | "due" | "proposed" | "final";

/** A period with its score sheet, if it has one that the reader may see, as it was worked out. */
export interface PeriodStanding {
  readonly period: ScoredPeriod;
  readonly state: PeriodState;
  readonly sheet?: ScoreSheet;
  readonly worked?: WorkedSheet;
}

export interface ContractScores {
  readonly years: readonly (Omit<ScoreYear, "periods"> & { readonly standings: readonly PeriodStanding[] })[];
  readonly triggers: readonly ScoreTrigger[];
}

export interface PeriodScore extends PeriodStanding {
  readonly contract: Contract;
  /** What has arisen from this period's score, and from others with it. */
  readonly triggers: readonly ScoreTrigger[];
}

/**
 * Every period of a contract's score, to a member of its agency or to the vendor's people, who see what is proposed or
 * final. Empty where no score is agreed. Throws `notFound` where the actor has no such contract.
 */
export async function readScores(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  runtime: Runtime,
): Promise<ContractScores> {
  const { state, context } = await load(store, actor, contractId, runtime);
  const years = listYears(listScoredPeriods(state, context), state.work.sheets).map(
    ({ periods, ...year }) => ({
      ...year,
      standings: periods.map((period) => standingOf(period, state, actor, context)),
    }),
  );
  return { years, triggers: triggersOf(state) };
}

/** One period: its sheet, or what a sheet of it has to cover. Throws `notFound`. */
export async function readScore(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  name: string,
  runtime: Runtime,
): Promise<PeriodScore> {
  const { state, context } = await load(store, actor, contractId, runtime);
  const period = listScoredPeriods(state, context).find((each) => each.period === name);
  if (period === undefined) {
    throw new DomainError("notFound", { zh: "本合同没有该考核期", en: "the contract has no such period" });
  }
  const triggers = triggersOf(state).filter((trigger) => trigger.periods.includes(name));
  return { ...standingOf(period, state, actor, context), contract: state.contract, triggers };
}

async function load(store: TenantStore, actor: Actor, contractId: string, runtime: Runtime) {
  const { state, tenant } = await readInForce(store, actor, contractId, runtime);
  return { state, context: { tenant, runtime } satisfies ScoreContext };
}

function triggersOf(state: ContractState): readonly ScoreTrigger[] {
  return findScoreTriggers(scoreTermsOf(state), state.work.sheets);
}

function standingOf(
  period: ScoredPeriod,
  contract: ContractState,
  actor: Actor,
  { runtime }: ScoreContext,
): PeriodStanding {
  const today = civilDateOf(runtime.now());
  const sheet = contract.work.sheets.find((each) => each.period === period.period);
  const state = sheet === undefined || sheet.state === "withdrawn" ? unscored(period, today) : sheet.state;
  if (sheet === undefined || (sheet.state === "withdrawn" && actor.kind === "partner"))
    return { period, state };
  return { period, state, sheet, ...workedBy(scoreTermsOf(contract)(sheet.termsVersion), sheet) };
}

/** A sheet is shown by the terms that it was worked out by, whatever was amended since. */
function workedBy(terms: ScoreTerms | undefined, { marks }: ScoreSheet) {
  return terms === undefined ? {} : { worked: workOutSheet(terms, marks) };
}

function unscored({ from, to }: ScoredPeriod, today: CivilDate): "upcoming" | "running" | "due" {
  if (today < from) return "upcoming";
  return today < to ? "running" : "due";
}
