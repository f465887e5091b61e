import type { StoredObligation } from "@luyue/usecases/contract";
import type { Change, TenantStore } from "@luyue/usecases/runtime";
import { contractOf, obligationOf, storedOf, tenantOf } from "../storage/samples.ts";

/** A reminder of such an obligation is due at a moment; it is the n-th of its agency's one contract. */
export function storedFor(tenantId: string, index: number, remindAt: string): StoredObligation {
  const contract = contractOf(tenantId, `ctr_${tenantId}`);
  return storedOf(contract, { ...obligationOf(`k${index}`), dueOn: "2026-06-24" }, remindAt);
}

/** An agency with one person and nobody else, who is to be told of so many things at one moment. */
export async function seedDue(store: TenantStore, count: number, remindAt: string): Promise<void> {
  const { tenantId } = store;
  const { issuer: _none, ...tenant } = tenantOf(tenantId);
  const email = `a@${tenantId}.example`;
  const member = { id: "mem_1", subject: "s", name: "甲", email, language: "zh" as const };
  await store.commit([
    { change: "createTenant", tenant },
    { change: "createContract", contract: contractOf(tenantId, `ctr_${tenantId}`) },
    { change: "putMember", member: { ...member, roles: ["contractManager"] } },
  ]);
  for (let from = 0; from < count; from += 90) {
    const length = Math.min(90, count - from);
    await store.commit(
      Array.from({ length }, (_, index): Change => {
        return { change: "putObligation", stored: storedFor(tenantId, from + index, remindAt) };
      }),
    );
  }
}
