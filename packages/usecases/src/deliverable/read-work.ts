import { civilDateOf } from "@luyue/core/civil-date";
import { contractNotFound } from "../contract/demand-contract.ts";
import type { ContractState } from "../contract/contract.ts";
import { withTermsInForce } from "../contract/terms-in-force.ts";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import { storeFor } from "../runtime/party-store.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** A contract with the terms that hold now, for a member of its agency or the vendor's people. Throws `notFound`. */
export async function readWork(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  runtime: Runtime,
): Promise<{ readonly state: ContractState; readonly tenant: Tenant }> {
  demandPermission(actor, actor.kind === "partner" ? "partner:read" : "contract:read");
  const own = storeFor(actor, store);
  const [stored, tenant] = await Promise.all([own.loadContract(contractId), own.getTenant()]);
  if (stored === undefined || tenant === undefined) throw contractNotFound();
  return { state: withTermsInForce(stored, civilDateOf(runtime.now())), tenant };
}
