import { type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import { assessProgress, type ProgressRow } from "@luyue/core/deliverable";
import { factsOf } from "../contract/facts-of.ts";
import { obligationsNow } from "../contract/obligations-now.ts";
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
  const now = runtime.now();
  const rows = assessProgress({
    terms: state.terms.terms,
    obligations: obligationsNow(state, { tenant, runtime }),
    submissions: state.work.submissions,
    events: factsOf(state),
    now,
  });
  return { asOf: civilDateOf(now), rows };
}
