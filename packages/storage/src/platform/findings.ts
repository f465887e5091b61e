import { matchesFinding } from "@luyue/core/finding";
import type { TenantStore } from "@luyue/usecases/runtime";
import { readFinding } from "../item/contract-items.ts";
import { contractPk, findingKey, prefixes } from "../item/keys.ts";
import type { Item } from "../table/item.ts";
import { queryPage } from "../table/query-page.ts";
import { prefixRange, type Table } from "../table/table.ts";

/** How many findings are looked through at a time where few of them belong to the list. */
const chunk = 200;

/** The findings of a tenant's contracts, which stand beside the contract's state. */
export function findingStore(
  table: Table,
  tenantId: string,
): Pick<TenantStore, "getFinding" | "listFindings"> {
  return {
    getFinding: async (contractId, findingId) => {
      const item = await table.get("getFinding", findingKey(tenantId, contractId, findingId));
      return item === undefined ? undefined : readFinding(item);
    },
    listFindings: (contractId, filter, page) => {
      const of = { partition: contractPk(tenantId, contractId), range: prefixRange(prefixes.finding) };
      const read = (item: Item) => {
        const finding = readFinding(item);
        return matchesFinding(finding, filter) ? finding : undefined;
      };
      return queryPage(table, { operation: "listFindings", ...of, read, chunk }, page);
    },
  };
}
