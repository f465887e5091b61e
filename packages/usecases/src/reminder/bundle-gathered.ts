import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { isStale } from "./is-stale.ts";
import { entryKeyOf, mostParts, type OutboxEntry, recipientKey, withdrawn } from "./outbox-entry.ts";
import { noContract } from "./no-contract.ts";

/**
 * Puts what has gathered for an entry's recipient into one bundle, to be sent next, and withdraws what has been overtaken: one
 * transaction, so that nothing is in two bundles or in none. True where the entry is alone and goes out as it is.
 */
export async function bundleGathered(
  entry: OutboxEntry,
  tenant: Tenant,
  store: TenantStore,
  runtime: Runtime,
): Promise<true | "bundled" | "withdrawn" | "skipped"> {
  const now = runtime.now();
  const gathered = await store.listGathered(recipientKey(entry.to), now, mostParts);
  const stale = await Promise.all(gathered.map((each) => isStale(each, tenant, store, now)));
  const live = gathered.filter((_each, at) => stale[at] === false);
  // The index may lag behind: what is not in it yet is bundled when somebody comes back to it.
  if (live.length <= 1 && gathered.length <= 1) return true;
  const id = runtime.newId("dig");
  const moves = gathered.map((seen, at) => {
    if (stale[at] === true) return { seen, next: withdrawn(seen) };
    const { wakeAt: _wakeAt, ...rest } = seen;
    return { seen, next: { ...rest, state: "bundled" as const, bundledIn: id } };
  });
  if (live.length === 0) return (await store.replaceOutbox(moves)) ? "withdrawn" : "skipped";
  const bundle: OutboxEntry = {
    id,
    tenantId: entry.tenantId,
    contractId: noContract,
    type: "digest",
    to: entry.to,
    payload: null,
    createdAt: now,
    state: "pending",
    attempts: [],
    wakeAt: now,
    parts: live.map((part) => ({ contractId: part.contractId, key: entryKeyOf(part) })),
  };
  return (await store.replaceOutbox(moves, [bundle])) ? "bundled" : "skipped";
}
