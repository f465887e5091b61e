import type { Measurement } from "@luyue/core/measurement";
import { readAsParty } from "../contract/read-as-party.ts";
import type { Actor } from "../runtime/actor.ts";
import type { TenantStore } from "../runtime/store.ts";

/** Every measurement of a contract, those taken back included, the newest first. Throws `notFound`. */
export async function listMeasurements(
  store: TenantStore,
  actor: Actor,
  contractId: string,
): Promise<readonly Measurement[]> {
  const { work } = await readAsParty(store, actor, contractId);
  return work.measurements.toReversed();
}
