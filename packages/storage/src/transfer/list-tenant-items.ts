import { readContract } from "../item/contract-items.ts";
import { failedPk, lists, prefixes, recordPk, tenantPk } from "../item/keys.ts";
import { readHead } from "../item/tenant-items.ts";
import { type Item, keyOf } from "../table/item.ts";
import type { IndexName } from "../table/table-definition.ts";
import { prefixRange, type Table } from "../table/table.ts";
import { accessChain, sealsChain } from "@luyue/usecases/record";

const operation = "exportTenant";

/**
 * Every item that is a tenant's own, partition by partition: its settings, people, vendors and files, its records and seals, each
 * contract whole, and what was given up. Nothing is scanned. What is of the moment (idempotency keys) is left out, and so is what
 * stands under no key of its own: its issuer, which its settings name, sessions, accounts of people, people of vendors.
 */
export async function* listTenantItems(table: Table, tenantId: string): AsyncGenerator<Item> {
  for await (const item of listAll(table, { partition: tenantPk(tenantId) })) {
    if (!keyOf(item).sk.startsWith(prefixes.idempotency)) yield item;
  }
  for (const partition of [
    recordPk(tenantId, "tenant"),
    recordPk(tenantId, sealsChain),
    failedPk(tenantId),
  ]) {
    yield* listAll(table, { partition });
  }
  for await (const head of listAll(table, { index: "byOwner", partition: lists.tenantContracts(tenantId) })) {
    yield* listAll(table, { partition: recordPk(tenantId, readContract(head).id) });
  }
  for await (const head of listAll(table, { index: "byOwner", partition: lists.tenantAccess(tenantId) })) {
    const read = readHead(head);
    if ("person" in read)
      yield* listAll(table, { partition: recordPk(tenantId, accessChain(read.person.id)) });
  }
}

/** The files that a tenant has noted, by their hashes, once each. */
export async function listFileHashes(table: Table, tenantId: string): Promise<readonly string[]> {
  const hashes = new Set<string>();
  for await (const item of listAll(table, { partition: tenantPk(tenantId), prefix: prefixes.file })) {
    hashes.add(keyOf(item).sk.split("#")[1] ?? "");
  }
  return [...hashes];
}

interface Range {
  readonly partition: string;
  readonly index?: IndexName;
  readonly prefix?: string;
}

async function* listAll(table: Table, { partition, index, prefix }: Range): AsyncGenerator<Item> {
  const range = prefix === undefined ? undefined : prefixRange(prefix);
  let startAfter: Item | undefined;
  do {
    const page = await table.query(operation, { partition, index, range, startAfter });
    yield* page.items;
    startAfter = page.next;
  } while (startAfter !== undefined);
}
