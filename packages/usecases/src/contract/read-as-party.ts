import { civilDateOf } from "@luyue/core/civil-date";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import { storeFor } from "../runtime/party-store.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { ContractState } from "./contract.ts";
import { contractNotFound } from "./demand-contract.ts";
import { withTermsInForce } from "./terms-in-force.ts";

/** A contract for a member of its agency, or for its vendor's people. Throws `forbidden`, or `notFound` for anybody else's. */
export async function readAsParty(
  store: TenantStore,
  actor: Actor,
  contractId: string,
): Promise<ContractState> {
  demandPermission(actor, actor.kind === "partner" ? "partner:read" : "contract:read");
  const state = await storeFor(actor, store).loadContract(contractId);
  if (state === undefined) throw contractNotFound();
  return state;
}

/** The same with the terms that hold now, and its agency's settings. */
export async function readInForce(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  runtime: Runtime,
): Promise<{ readonly state: ContractState; readonly tenant: Tenant }> {
  const [stored, tenant] = await Promise.all([readAsParty(store, actor, contractId), store.getTenant()]);
  if (tenant === undefined) throw contractNotFound();
  return { state: withTermsInForce(stored, civilDateOf(runtime.now())), tenant };
}
