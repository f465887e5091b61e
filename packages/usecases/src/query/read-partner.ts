import type { Contract, StoredObligation } from "../contract/contract.ts";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import type { DueFilter, Page, PageRequest, VendorStore } from "../runtime/store.ts";

/** What a vendor owes and is owed, by due date, across all agencies that it serves. */
export async function listPartnerDue(
  store: VendorStore,
  actor: Actor,
  filter: DueFilter,
  page: PageRequest,
): Promise<Page<StoredObligation>> {
  demandPermission(actor, "partner:read");
  return store.listDue(filter, page);
}

/** A vendor's active contracts with all agencies. */
export async function listPartnerContracts(
  store: VendorStore,
  actor: Actor,
  page: PageRequest,
): Promise<Page<Contract>> {
  demandPermission(actor, "partner:read");
  return store.listContracts(page);
}
