import type { Contract, ContractState } from "../contract/contract.ts";
import type { Actor } from "./actor.ts";
import type { TenantStore } from "./store.ts";

/**
 * The tenant's store as the actor may see it: for a vendor's people, that vendor's contracts once they are more than a
 * draft, and nothing of any other; for a member, the store itself.
 */
export function storeFor(actor: Actor, store: TenantStore): TenantStore {
  if (actor.kind !== "partner") return store;
  const own = (contract: Contract | undefined): boolean =>
    contract !== undefined && contract.vendorId === actor.vendorId && contract.status !== "draft";
  return {
    ...store,
    getContract: async (contractId): Promise<Contract | undefined> => {
      const contract = await store.getContract(contractId);
      return own(contract) ? contract : undefined;
    },
    loadContract: async (contractId): Promise<ContractState | undefined> => {
      const state = await store.loadContract(contractId);
      return own(state?.contract) ? state : undefined;
    },
    listTermsVersions: async (contractId) => {
      const contract = await store.getContract(contractId);
      return own(contract) ? store.listTermsVersions(contractId) : [];
    },
  };
}
