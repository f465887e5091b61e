import type { EntryName } from "@luyue/usecases/reminder";

/** Which tenant's entry of the outbox a key of the table is of; undefined for every other item. */
export function readOutboxName(
  pk: string,
  sk: string,
): (EntryName & { readonly tenantId: string }) | undefined {
  const [, tenantId, contractId] = /^T#([^#]+)#C#(.+)$/.exec(pk) ?? [];
  const [, key] = /^OUT#(.+)$/.exec(sk) ?? [];
  if (tenantId === undefined || contractId === undefined || key === undefined) return undefined;
  return { tenantId, contractId, key };
}
