import { countPunctual, groupByObligation, type Punctuality } from "@luyue/core/deliverable";
import { DomainError } from "@luyue/core/error";
import type { Incident } from "@luyue/core/incident";
import { type Obligation, outlivesContract } from "@luyue/core/obligation";
import { type Penalty, type PenaltyStanding, standingOfPenalty } from "@luyue/core/penalty";
import type { RightDecision } from "@luyue/core/right";
import type { YearScore } from "@luyue/core/score";
import type { Contract, ContractState } from "../contract/contract.ts";
import { measuredWork } from "../contract/measured-work.ts";
import { withTermsInForce } from "../contract/terms-in-force.ts";
import { civilDateOf } from "@luyue/core/civil-date";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import { eachOf } from "../runtime/each-of.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { listScoredPeriods } from "../score/scored-period.ts";
import { listYears } from "../score/score-year.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** What one contract says of its vendor. */
export interface ContractTrack {
  readonly contract: Contract;
  /** Of what the vendor owed and what can be judged, how much came in time. */
  readonly punctuality: Punctuality;
  readonly scores: readonly { readonly period: string; readonly score: string }[];
  readonly years: readonly { readonly from: string; readonly to: string; readonly mean: YearScore }[];
  readonly incidents: readonly Incident[];
  readonly penalties: readonly { readonly penalty: Penalty; readonly standing?: PenaltyStanding }[];
  readonly rights: readonly RightDecision[];
}

/** A vendor's record 供应商履约档案 across the contracts that one tenant has with it; drafts are none. */
export interface VendorRecord {
  readonly vendorId: string;
  readonly name: string;
  readonly punctuality: Punctuality;
  readonly contracts: readonly ContractTrack[];
  /** There are further contracts that were not read. */
  readonly more: boolean;
}

/** The newest so many contracts are read. */
const mostContracts = 50;

/** Throws `notFound` for a vendor that the tenant has no file on: other tenants' contracts are not looked at. */
export async function readVendorRecord(
  store: TenantStore,
  actor: Actor,
  vendorId: string,
  runtime: Runtime,
): Promise<VendorRecord> {
  demandPermission(actor, "contract:read");
  const [tenant, files] = await Promise.all([store.getTenant(), store.listVendorFiles()]);
  const file = files.find((each) => each.vendorId === vendorId);
  if (tenant === undefined || file === undefined) {
    throw new DomainError("notFound", { zh: "找不到该供应商", en: "no such vendor" });
  }
  const heads = await listOfVendor(store, vendorId);
  const states = await Promise.all(heads.slice(0, mostContracts).map(({ id }) => store.loadContract(id)));
  const contracts = states
    .filter((state) => state !== undefined)
    .map((state) => trackOf(withTermsInForce(state, civilDateOf(runtime.now())), tenant, runtime));
  return {
    vendorId,
    name: file.name,
    punctuality: sumOf(contracts.map(({ punctuality }) => punctuality)),
    contracts,
    more: heads.length > mostContracts,
  };
}

/** The contracts with a vendor that are more than drafts, the newest first. */
async function listOfVendor(store: TenantStore, vendorId: string): Promise<Contract[]> {
  const found: Contract[] = [];
  for await (const contract of eachOf((page) => store.listContracts(page))) {
    if (contract.vendorId === vendorId && contract.status !== "draft") found.push(contract);
  }
  return found.toSorted((one, other) => (one.createdAt > other.createdAt ? -1 : 1));
}

function trackOf(state: ContractState, tenant: Tenant, runtime: Runtime): ContractTrack {
  const { sheets, incidents, penalties, rights } = state.work;
  const years = listYears(listScoredPeriods(state, { tenant, runtime }), sheets);
  return {
    contract: state.contract,
    punctuality: punctualityOf(state, tenant, runtime),
    scores: sheets
      .filter(({ state: at }) => at === "final")
      .map(({ period, score }) => ({ period, score }))
      .toSorted((one, other) => (one.period < other.period ? -1 : 1)),
    years: years.flatMap(({ from, to, mean }) => (mean === undefined ? [] : [{ from, to, mean }])),
    incidents: incidents.filter(({ state: at }) => at !== "withdrawn"),
    penalties: penalties
      .filter(({ state: at }) => at !== "withdrawn")
      .map((penalty) =>
        penalty.state === "imposed" ? { penalty, standing: standingOfPenalty(penalty) } : { penalty },
      ),
    rights: rights.filter(({ withdrawn }) => withdrawn === undefined),
  };
}

/** What the vendor owes on a day is judged by when it was first handed in of what was accepted in the end. */
function punctualityOf(state: ContractState, tenant: Tenant, runtime: Runtime): Punctuality {
  const { obligations, submissions, now } = measuredWork(state, { tenant, runtime });
  const handedIn = groupByObligation(submissions);
  return sumOf(
    obligations
      .filter(isJudged)
      .flatMap((each) => countPunctual(each, handedIn.get(each.key) ?? [], now) ?? []),
  );
}

/** Answers are rights, and what goes on after the contract has no day to be in time for. */
function isJudged(obligation: Obligation): boolean {
  return obligation.debtor === "vendor" && obligation.lapses !== true && !outlivesContract(obligation);
}

function sumOf(all: readonly Punctuality[]): Punctuality {
  return {
    owed: all.reduce((sum, { owed }) => sum + owed, 0),
    inTime: all.reduce((sum, { inTime }) => sum + inTime, 0),
  };
}
