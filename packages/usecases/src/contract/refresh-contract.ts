import { addDays, type Instant, instantAt } from "@luyue/core/civil-date";
import type { Runtime } from "../runtime/runtime.ts";
import { type Change, type TenantStore, WriteConflict } from "../runtime/store.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import type { Contract, ContractState } from "./contract.ts";
import { mostChanges, planDerivation } from "./plan-derivation.ts";

/**
 * Brings the stored obligations of a contract to what its terms, events and calendar say now: a large change of
 * terms, further days of a daily duty, a new calendar. In chunks, each of which holds only while the contract stays
 * as it was read; stopping anywhere and starting again ends in the same place.
 */
export async function refreshContract(
  store: TenantStore,
  contractId: string,
  runtime: Runtime,
): Promise<void> {
  const mostRounds = 200;
  for (let round = 0; round < mostRounds; round += 1) {
    const [state, tenant] = await Promise.all([store.loadContract(contractId), store.getTenant()]);
    if (state === undefined || tenant === undefined || state.contract.status === "draft") return;
    const chunk = nextChunk(state, runtime, tenantCalendar(tenant, runtime));
    if (chunk === undefined) return;
    try {
      await store.commit(chunk);
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
    }
  }
}

/** All active contracts of a tenant, one after another. */
export async function refreshAllContracts(store: TenantStore, runtime: Runtime): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await store.listContracts({ limit: 100, cursor });
    for (const contract of page.items) await refreshContract(store, contract.id, runtime);
    cursor = page.cursor;
  } while (cursor !== undefined);
}

function nextChunk(
  state: ContractState,
  runtime: Runtime,
  calendar: Parameters<typeof planDerivation>[4],
): readonly Change[] | undefined {
  const { contract, terms, events, obligations } = state;
  const now = runtime.now();
  const plan = planDerivation(contract, terms.terms, events, obligations, calendar, now);
  if (plan.changes.length > mostChanges) {
    const check = {
      change: "checkContract",
      contractId: contract.id,
      expectedVersion: contract.version,
    } as const;
    return [check, ...plan.changes.slice(0, mostChanges)];
  }
  const settled = settledHead(contract, plan.horizonOn);
  const moved = settled.horizonOn !== contract.horizonOn || contract.derivation !== undefined;
  if (plan.changes.length === 0 && !moved) return undefined;
  const head: Change = {
    change: "putContract",
    contract: settled,
    expectedVersion: contract.version,
    wakeAt: wakeForHorizon(settled),
  };
  return [head, ...plan.changes];
}

/** The head once nothing is left to derive. */
export function settledHead(contract: Contract, horizonOn: string | undefined): Contract {
  const { derivation: _done, horizonOn: _before, ...rest } = contract;
  return horizonOn === undefined ? rest : { ...rest, horizonOn };
}

/** When the contract wants to be looked at again: a week before its stored daily obligations run out. */
export function wakeForHorizon(contract: Contract): Instant | undefined {
  return contract.horizonOn === undefined ? undefined : instantAt(addDays(contract.horizonOn, -7), "01:00");
}
