import { type BudgetReport, summariseBudget } from "@luyue/core/budget";
import { civilDateOf, type Instant } from "@luyue/core/civil-date";
import type { StoredObligation } from "../contract/contract.ts";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import type { DueFilter, TenantStore } from "../runtime/store.ts";

const pageSize = 200;

/** Budget execution 预算执行 over all contracts of a tenant, on the day of `now`; rows and totals of one fiscal year where it is given. */
export async function readBudget(
  store: TenantStore,
  actor: Actor,
  { now, fiscalYear }: { readonly now: Instant; readonly fiscalYear?: number | undefined },
): Promise<BudgetReport> {
  demandPermission(actor, "contract:read");
  return summariseBudget(await listPayments(store, now), civilDateOf(now), fiscalYear);
}

/** What is fulfilled is read last, and taken where both lists have a payment: it may be made between the two. */
async function listPayments(store: TenantStore, now: Instant): Promise<readonly StoredObligation[]> {
  const open = await listAll(store, { kind: "payment", now });
  const fulfilled = await listAll(store, { kind: "payment", state: "fulfilled", now });
  const keyed = [...open, ...fulfilled].map(
    (stored) => [`${stored.contractId} ${stored.obligation.key}`, stored] as const,
  );
  return [...new Map(keyed).values()];
}

async function listAll(store: TenantStore, filter: DueFilter): Promise<readonly StoredObligation[]> {
  const all: StoredObligation[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.listDue(filter, { limit: pageSize, cursor });
    all.push(...page.items);
    ({ cursor } = page);
  } while (cursor !== undefined);
  return all;
}
