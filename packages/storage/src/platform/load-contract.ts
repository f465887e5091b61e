import { groupMoney } from "@luyue/core/payment";
import { groupWork } from "@luyue/core/work";
import type { Contract, ContractState, TermsVersion } from "@luyue/usecases/contract";
import {
  isContract,
  isEvent,
  isMoney,
  isTerms,
  isWork,
  readContract,
  readEvent,
  readMoney,
  readTerms,
  readWork,
} from "../item/contract-items.ts";
import { contractPk, prefixes, statePrefix } from "../item/keys.ts";
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
  const present = items.find(isTerms);
  if (present === undefined) throw new Error(`contract ${contractId} without terms`);
  const contract = readContract(head);
  const terms = readTerms(present);
  return {
    contract,
    terms,
    versions: isAmended(contract) ? await loadVersions(table, contract) : [terms],
    money: groupMoney(items.filter(isMoney).map(readMoney)),
    work: groupWork(items.filter(isWork).map(readWork)),
    events: items.filter(isEvent).map(readEvent),
    obligations: items.filter(isObligation).map(readObligation),
  };
}

/** Most contracts have one version of their terms, which stands beside the head already. */
function isAmended({ termsVersion, pending }: Contract): boolean {
  return termsVersion > 1 || pending !== undefined;
}

/** The versions that hold or are to hold; one that was taken back before its day is none of them. */
async function loadVersions(table: Table, contract: Contract): Promise<readonly TermsVersion[]> {
  const { tenantId, id, termsVersion, pending } = contract;
  const items = await queryAll(table, "loadVersions", {
    partition: contractPk(tenantId, id),
    range: prefixRange(prefixes.terms),
  });
  return items.map(readTerms).filter(({ version }) => version <= (pending?.version ?? termsVersion));
}
