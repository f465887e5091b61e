import type { ContractState } from "@luyue/usecases/contract";
import { isContract, isEvent, isTerms, readContract, readEvent, readTerms } from "../item/contract-items.ts";
import { contractPk, statePrefix } from "../item/keys.ts";
import { isObligation, readObligation } from "../item/obligation-item.ts";
import { queryAll } from "../table/query-page.ts";
import { prefixRange, type Table } from "../table/table.ts";

/**
 * Everything of one contract in one range of its partition. The head comes first, so that whoever decides on a state
 * that changed while it was read holds the older version and does not get it written.
 */
export async function loadContract(
  table: Table,
  tenantId: string,
  contractId: string,
): Promise<ContractState | undefined> {
  const items = await queryAll(table, "loadContract", {
    partition: contractPk(tenantId, contractId),
    range: prefixRange(statePrefix),
  });
  const head = items.find(isContract);
  if (head === undefined) return undefined;
  const terms = items.find(isTerms);
  if (terms === undefined) throw new Error(`contract ${contractId} without terms`);
  return {
    contract: readContract(head),
    terms: readTerms(terms),
    events: items.filter(isEvent).map(readEvent),
    obligations: items.filter(isObligation).map(readObligation),
  };
}
