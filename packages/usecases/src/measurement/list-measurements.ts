import type { Measurement } from "@luyue/core/measurement";
import { contractNotFound } from "../contract/demand-contract.ts";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import { storeFor } from "../runtime/party-store.ts";
import type { TenantStore } from "../runtime/store.ts";

/** Every measurement of a contract, those taken back included, the newest first. Throws `notFound`. */
export async function listMeasurements(
  store: TenantStore,
  actor: Actor,
  contractId: string,
): Promise<readonly Measurement[]> {
  demandPermission(actor, actor.kind === "partner" ? "partner:read" : "contract:read");
  const state = await storeFor(actor, store).loadContract(contractId);
  if (state === undefined) throw contractNotFound();
  return state.work.measurements.toReversed();
}
