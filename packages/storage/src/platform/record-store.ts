import type { AccessHead, TenantStore } from "@luyue/usecases/runtime";
import { readRecord } from "../item/contract-items.ts";
import { headKey, lists, prefixes, recordPk } from "../item/keys.ts";
import { readHead } from "../item/tenant-items.ts";
import type { Item } from "../table/item.ts";
import { queryPage } from "../table/query-page.ts";
import { prefixRange, type Table } from "../table/table.ts";

/** A tenant's record: its chains line by line, and the heads of those that stand on nothing else. */
export function recordStore(
  table: Table,
  tenantId: string,
): Pick<TenantStore, "listRecord" | "getHead" | "listAccess"> {
  return {
    listRecord: (aggregate, page) => {
      const of = { partition: recordPk(tenantId, aggregate), range: prefixRange(prefixes.record) };
      return queryPage(table, { operation: "listRecord", ...of, read: readRecord }, page);
    },
    getHead: async (chain) => {
      const item = await table.get("getHead", headKey(tenantId, chain));
      return item === undefined ? undefined : readHead(item);
    },
    listAccess: (page) => {
      const of = { index: "byOwner", partition: lists.tenantAccess(tenantId) } as const;
      return queryPage(table, { operation: "listAccess", ...of, read: readAccessHead }, page);
    },
  };
}

function readAccessHead(item: Item): AccessHead | undefined {
  const head = readHead(item);
  return "person" in head ? head : undefined;
}
