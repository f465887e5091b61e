import { findAcceptanceRights } from "@luyue/core/acceptance";
import { type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import type { Right } from "@luyue/core/right";
import { findScoreRights } from "@luyue/core/score";
import { scoreTermsOf } from "../score/scored-period.ts";
import { readInForce } from "../contract/read-as-party.ts";
import type { Actor } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";

/** What has arisen under a contract by a day, the latest first. */
export interface ContractRights {
  readonly asOf: CivilDate;
  readonly rights: readonly Right[];
}

/** Every right 权利 that has arisen under a contract; none is exercised by itself. Throws `notFound`. */
export async function readRights(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  runtime: Runtime,
): Promise<ContractRights> {
  const { state } = await readInForce(store, actor, contractId, runtime);
  const { terms } = state.terms;
  const { rounds, sheets } = state.work;
  const asOf = civilDateOf(runtime.now());
  const rights = [
    ...findAcceptanceRights(terms, rounds, asOf),
    ...findScoreRights(scoreTermsOf(state), sheets),
  ];
  return {
    asOf,
    rights: rights.toSorted((one, other) => (one.arisenOn > other.arisenOn ? -1 : 1)),
  };
}
