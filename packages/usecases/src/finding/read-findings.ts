import { type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import {
  type Finding,
  type FindingFilter,
  type FindingsOverview,
  type ResponsibleUnit,
  summariseTallies,
} from "@luyue/core/finding";
import { talliesOf } from "@luyue/core/work";
import type { ContractState } from "../contract/contract.ts";
import { readAsParty } from "../contract/read-as-party.ts";
import type { Actor } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { Page, PageRequest, TenantStore } from "../runtime/store.ts";
import { noSuchFinding } from "./demand-findings.ts";

/** A finding with the unit whose it is. */
export interface ListedFinding {
  readonly finding: Finding;
  readonly unit: ResponsibleUnit | undefined;
  readonly today: CivilDate;
}

interface Reading {
  readonly store: TenantStore;
  readonly actor: Actor;
  readonly runtime: Runtime;
}

/** Which findings to list; `overdue` are those that lack an answer after their day. */
export type FindingQuery = Omit<FindingFilter, "overdueOn"> & { readonly overdue?: boolean | undefined };

/** A contract's findings by number; while a hand-out is still being written (`deriving`) some of it may be missing. */
export async function listFindings(
  reading: Reading,
  contractId: string,
  { overdue = false, ...filter }: FindingQuery,
  page: PageRequest,
): Promise<Page<ListedFinding> & { readonly deriving: boolean }> {
  const state = await readAsParty(reading.store, reading.actor, contractId);
  const today = civilDateOf(reading.runtime.now());
  const wanted = overdue ? { ...filter, overdueOn: today } : filter;
  const found = await reading.store.listFindings(contractId, wanted, page);
  const items = found.items.map((finding) => withUnit(finding, state, today));
  return { ...found, items, deriving: state.work.batches.length > 0 };
}

/** One finding with every step that was taken. Throws `notFound`. */
export async function readFinding(
  reading: Reading,
  contractId: string,
  findingId: string,
): Promise<ListedFinding> {
  const state = await readAsParty(reading.store, reading.actor, contractId);
  const finding = await reading.store.getFinding(contractId, findingId);
  if (finding === undefined) throw noSuchFinding();
  return withUnit(finding, state, civilDateOf(reading.runtime.now()));
}

/** How far the findings of a contract are, with its units: of the tallies, which count what was handed out at once. */
export async function readFindingsOverview(
  reading: Reading,
  contractId: string,
): Promise<{ readonly overview: FindingsOverview; readonly units: readonly ResponsibleUnit[] }> {
  const { work } = await readAsParty(reading.store, reading.actor, contractId);
  const today = civilDateOf(reading.runtime.now());
  return { overview: summariseTallies(talliesOf(work), today), units: work.units };
}

/** The units of a contract, in the order in which they were added. */
export async function listUnits(reading: Reading, contractId: string): Promise<readonly ResponsibleUnit[]> {
  return (await readAsParty(reading.store, reading.actor, contractId)).work.units;
}

function withUnit(finding: Finding, { work }: ContractState, today: CivilDate): ListedFinding {
  return { finding, unit: work.units.find(({ id }) => id === finding.unitId), today };
}
