import type { CheckResult } from "@luyue/core/check";
import { type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import { type ContractTerms, titleText } from "@luyue/core/contract";
import {
  findPhase,
  type Phase,
  proposeSettlement,
  readLedger,
  readTermDates,
  type SettlementProposal,
} from "@luyue/core/obligation";
import type { Text } from "@luyue/core/text";
import type { Contract, ContractState } from "../contract/contract.ts";
import { checkTerms } from "../contract/demand-checks.ts";
import {
  contractNotFound,
  demandActiveContract,
  demandStartedContract,
} from "../contract/demand-contract.ts";
import { factsOf } from "../contract/facts-of.ts";
import { listOpenMatters } from "../contract/list-open-matters.ts";
import { withTermsInForce } from "../contract/terms-in-force.ts";
import { type AmendmentPlan, planAmendment, type ProposedAmendment } from "../contract/plan-amendment.ts";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { Page, PageRequest, TenantStore } from "../runtime/store.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { vendorIdOf } from "../vendor/enrol-vendor.ts";
import { demandTenant } from "./read-agency.ts";

/** The checks on a contract of the tenant, with what its supplements add. */
export async function readChecks(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  runtime: Runtime,
): Promise<readonly CheckResult[]> {
  demandPermission(actor, "contract:read");
  const [state, tenant] = await Promise.all([store.loadContract(contractId), demandTenant(store)]);
  if (state === undefined) throw contractNotFound();
  return checkState(withTermsInForce(state, civilDateOf(runtime.now())), store, tenant, runtime);
}

export interface CheckedContract {
  readonly contract: Contract;
  readonly checks: readonly CheckResult[];
}

/** The checks over the tenant's whole stock of contracts, a page of them at a time. */
export async function listChecks(
  store: TenantStore,
  actor: Actor,
  page: PageRequest,
  runtime: Runtime,
): Promise<Page<CheckedContract>> {
  demandPermission(actor, "contract:read");
  const tenant = await demandTenant(store);
  const { items, cursor } = await store.listContracts(page);
  const states = await Promise.all(items.map(({ id }) => store.loadContract(id)));
  const checked: CheckedContract[] = [];
  for (const state of states) {
    if (state === undefined) continue;
    const now = withTermsInForce(state, civilDateOf(runtime.now()));
    checked.push({ contract: now.contract, checks: await checkState(now, store, tenant, runtime) });
  }
  return { items: checked, ...(cursor === undefined ? {} : { cursor }) };
}

/** The checks on terms that nobody has entered yet. */
export async function checkDraft(
  store: TenantStore,
  actor: Actor,
  terms: ContractTerms,
  runtime: Runtime,
): Promise<readonly CheckResult[]> {
  demandPermission(actor, "contract:read");
  const tenant = await demandTenant(store);
  const { creditCode } = terms.parties.vendor;
  const file = creditCode === undefined ? undefined : await store.getVendorFile(vendorIdOf(creditCode));
  return checkTerms(terms, [], [], file?.size, { tenant, runtime });
}

/** A draft is checked with the size on the vendor's file; an active contract with that of when it was made. */
async function checkState(
  state: ContractState,
  store: TenantStore,
  tenant: Tenant,
  runtime: Runtime,
): Promise<readonly CheckResult[]> {
  const { contract, terms, versions } = state;
  const size =
    contract.status === "draft" ? (await store.getVendorFile(contract.vendorId))?.size : contract.vendorSize;
  const earlier = versions.filter(({ version }) => version < terms.version);
  return checkTerms(terms.terms, earlier, factsOf(state), size, { tenant, runtime });
}

/** What a supplement would change, before it is signed. Throws as the command does. */
export async function previewAmendment(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  proposed: ProposedAmendment,
  runtime: Runtime,
): Promise<AmendmentPlan> {
  demandPermission(actor, "contract:read");
  const tenant = await demandTenant(store);
  return planAmendment(await demandActiveContract({ store, runtime }, contractId), proposed, {
    tenant,
    runtime,
  });
}

/** What an early end on a day and a ground would settle. Throws as the command does. */
export async function previewSettlement(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  { ground, on }: { readonly ground: string; readonly on?: CivilDate | undefined },
  runtime: Runtime,
): Promise<SettlementProposal> {
  demandPermission(actor, "contract:read");
  const tenant = await demandTenant(store);
  const state = await demandActiveContract({ store, runtime }, contractId);
  const day = on ?? civilDateOf(runtime.now());
  return proposeSettlement(state.terms.terms, factsOf(state), tenantCalendar(tenant, runtime), ground, day);
}

/** What is still open of a contract, or was left open as it was closed. Throws for a draft. */
export async function previewClosing(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  runtime: Runtime,
): Promise<readonly Text[]> {
  demandPermission(actor, "contract:read");
  const tenant = await demandTenant(store);
  const state = await demandStartedContract({ store, runtime }, contractId);
  const calendar = tenantCalendar(tenant, runtime);
  return listOpenMatters(state, readLedger(state.terms.terms, factsOf(state), calendar));
}

/** A term of a contract, with the days of it that are known. */
export interface TermPeriod {
  readonly key: string;
  readonly title: Text;
  readonly from: CivilDate | undefined;
  readonly to: CivilDate | undefined;
}

/** The phase of a contract that is active (its status says the rest), and the days of its terms; a draft has neither. */
export async function readStanding(
  store: TenantStore,
  state: ContractState,
  runtime: Runtime,
): Promise<{ readonly phase: Phase | undefined; readonly periods: readonly TermPeriod[] }> {
  if (state.contract.status === "draft") return { phase: undefined, periods: [] };
  const calendar = tenantCalendar(await demandTenant(store), runtime);
  const { terms } = state.terms;
  const events = factsOf(state);
  const { termStart, termEnd } = readTermDates(terms, events, calendar);
  const periods = terms.terms.map(({ key, title }) => ({
    key,
    title: titleText(title),
    from: termStart(key),
    to: termEnd(key),
  }));
  if (state.contract.status !== "active") return { phase: undefined, periods };
  return { phase: findPhase(terms, events, calendar, civilDateOf(runtime.now())), periods };
}
