import { type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import { assessProgress, type ProgressRow } from "@luyue/core/deliverable";
import { measuredWork } from "../contract/measured-work.ts";
import { readInForce } from "../contract/read-as-party.ts";
import type { Actor } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";

/** How far the services, deliverables and reports of a contract have come by today. */
export interface ContractProgress {
  readonly asOf: CivilDate;
  readonly rows: readonly ProgressRow[];
}

/** Throws `notFound` where the actor has no such contract. */
export async function readProgress(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  runtime: Runtime,
): Promise<ContractProgress> {
  const { state, tenant } = await readInForce(store, actor, contractId, runtime);
  const rows = assessProgress(measuredWork(state, { tenant, runtime }));
  return { asOf: civilDateOf(runtime.now()), rows };
}
