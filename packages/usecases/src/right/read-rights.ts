import { type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import type { Right, RightDecision, RightStanding } from "@luyue/core/right";
import { deriveInForce } from "../contract/plan-derivation.ts";
import { readInForce } from "../contract/read-as-party.ts";
import type { Actor } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { readCounters, readRights as rightsOf } from "./read-risk.ts";

/** What has arisen under a contract by a day, the latest first, what became of it, and how far the counters are. */
export interface ContractRights {
  readonly asOf: CivilDate;
  readonly rights: readonly (Right & { readonly decision?: RightDecision })[];
  readonly counters: readonly RightStanding[];
  /** Every decision, those that were taken back included, the latest first. */
  readonly decisions: readonly RightDecision[];
}

/** Every right 权利 that has arisen under a contract; none is exercised by itself. Throws `notFound`. */
export async function readRights(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  runtime: Runtime,
): Promise<ContractRights> {
  const { state, tenant } = await readInForce(store, actor, contractId, runtime);
  const now = runtime.now();
  const asOf = civilDateOf(now);
  const obligations = deriveInForce(state, tenantCalendar(tenant, runtime), asOf);
  const { rights: decisions } = state.work;
  const decided = new Map(
    decisions.filter(({ withdrawn }) => withdrawn === undefined).map((each) => [each.right, each]),
  );
  return {
    asOf,
    rights: rightsOf(state, obligations, now).map((right) => {
      const decision = decided.get(right.key);
      return decision === undefined ? right : { ...right, decision };
    }),
    counters: readCounters(state, obligations, now),
    decisions: decisions.toReversed(),
  };
}
