import { DomainError } from "@luyue/core/error";
import type { ContractState } from "../contract/contract.ts";
import { contractNotFound } from "../contract/demand-contract.ts";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import { storeFor } from "../runtime/party-store.ts";
import type { TenantStore } from "../runtime/store.ts";

/** A vendor's people upload beside a contract of theirs. Throws `forbidden`, or `notFound` where they have no such contract. */
export async function demandVendorUpload(
  store: TenantStore,
  actor: Actor,
  contractId: string,
): Promise<void> {
  demandPermission(actor, "partner:read");
  demandPermission(actor, "work:submit");
  const contract = await storeFor(actor, store).getContract(contractId);
  if (contract === undefined) throw contractNotFound();
}

/**
 * A vendor's people read the files that are linked in what they see of a contract of theirs, and no other. Throws `forbidden`,
 * or `notFound` for a contract that is not theirs and a file that is not linked there.
 */
export async function demandVendorFile(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  hash: string,
): Promise<void> {
  demandPermission(actor, "partner:read");
  const state = await storeFor(actor, store).loadContract(contractId);
  if (state === undefined) throw contractNotFound();
  const linked = names(seenByVendor(state), hash) || (await isLinkedInFindings(store, contractId, hash));
  if (!linked) throw new DomainError("notFound", { zh: "找不到该文件", en: "no such file" });
}

/** Payments, deductions and what the agency records of itself are the agency's own. */
function seenByVendor({ money, work }: ContractState): unknown {
  return [money.invoices, work.submissions, work.rounds, work.measurements, work.sheets];
}

/** Findings stand beside the state of their contract, and are read only where the file is linked nowhere else. */
async function isLinkedInFindings(store: TenantStore, contractId: string, hash: string): Promise<boolean> {
  // What nobody has uploaded is linked nowhere: a guessed hash costs one look.
  if ((await store.getFiles([hash])).size === 0) return false;
  let cursor: string | undefined;
  do {
    const page = await store.listFindings(contractId, {}, { limit: 200, cursor });
    if (names(page.items, hash)) return true;
    ({ cursor } = page);
  } while (cursor !== undefined);
  return false;
}

/** Whether a file's hash stands anywhere in a value, as the `file` of something. */
function names(value: unknown, hash: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([field, each]) => (field === "file" && each === hash) || names(each, hash),
  );
}
