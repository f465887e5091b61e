import type { TenantStore } from "@luyue/usecases/runtime";
import { readRecord } from "../item/contract-items.ts";
import { prefixes, recordPk, sealsKey } from "../item/keys.ts";
import { readSeals } from "../item/tenant-items.ts";
import { queryPage } from "../table/query-page.ts";
import { prefixRange, type Table } from "../table/table.ts";

/** A tenant's record: its chains line by line, and the head of the seals. */
export function recordStore(table: Table, tenantId: string): Pick<TenantStore, "listRecord" | "getSeals"> {
  return {
    listRecord: (aggregate, page) => {
      const of = { partition: recordPk(tenantId, aggregate), range: prefixRange(prefixes.record) };
      return queryPage(table, { operation: "listRecord", ...of, read: readRecord }, page);
    },
    getSeals: async () => {
      const item = await table.get("getSeals", sealsKey(tenantId));
      return item === undefined ? undefined : readSeals(item);
    },
  };
}
