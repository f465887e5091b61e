import type { TenantStore } from "@luyue/usecases/runtime";
import { readContract, readInvoiceNumber, readTerms } from "../item/contract-items.ts";
import {
  contractKey,
  contractPk,
  idempotencyKey,
  invoiceNumberKey,
  lists,
  memberKey,
  obligationKey,
  prefixes,
  tenantKey,
  tenantPk,
  vendorFileKey,
} from "../item/keys.ts";
import { readObligation } from "../item/obligation-item.ts";
import { readIdempotency, readMember, readTenant, readVendorFile } from "../item/tenant-items.ts";
import type { Item, Key } from "../table/item.ts";
import { queryAll, queryPage } from "../table/query-page.ts";
import { prefixRange } from "../table/table.ts";
import { commit } from "./commit.ts";
import { fileStore } from "./file-notes.ts";
import { findingStore } from "./findings.ts";
import { listContractDue, listDue } from "./list-due.ts";
import { loadContract } from "./load-contract.ts";
import { outboxStore } from "./outbox-store.ts";
import { type OwnTable, ownTable } from "./own-table.ts";
import { recordStore } from "./record-store.ts";

/** The store of one tenant: every key that it names begins with that tenant. */
export function createTenantStore(of: Pick<OwnTable, "table" | "registry" | "tenantId">): TenantStore {
  const { table, tenantId } = of;
  const own = ownTable(of);
  const get = async <T>(operation: string, key: Key, read: (item: Item) => T): Promise<T | undefined> => {
    const item = await table.get(operation, key);
    return item === undefined ? undefined : read(item);
  };
  const list = async <T>(operation: string, partition: string, prefix: string, read: (item: Item) => T) =>
    (await queryAll(table, operation, { partition, range: prefixRange(prefix) })).map(read);
  const contract = (contractId: string): string => contractPk(tenantId, contractId);
  return {
    tenantId,
    getTenant: () => get("getTenant", tenantKey(tenantId), readTenant),
    getMember: (subject) => get("getMember", memberKey(tenantId, subject), readMember),
    listMembers: () => list("listMembers", tenantPk(tenantId), prefixes.member, readMember),
    getVendorFile: (vendorId) => get("getVendorFile", vendorFileKey(tenantId, vendorId), readVendorFile),
    listVendorFiles: () => list("listVendorFiles", tenantPk(tenantId), prefixes.vendorFile, readVendorFile),
    getContract: (contractId) => get("getContract", contractKey(tenantId, contractId), readContract),
    loadContract: (contractId) => loadContract(table, tenantId, contractId),
    ...findingStore(table, tenantId),
    ...fileStore(table, tenantId),
    ...recordStore(table, tenantId),
    getInvoiceUse: (number) => get("getInvoiceUse", invoiceNumberKey(tenantId, number), readInvoiceNumber),
    listTermsVersions: (contractId) =>
      list("listTermsVersions", contract(contractId), prefixes.terms, readTerms),
    listContracts: (page) => {
      const partition = lists.tenantContracts(tenantId);
      const query = { operation: "listContracts", index: "byOwner", partition, read: readContract } as const;
      return queryPage(table, query, page);
    },
    getObligation: (contractId, key) =>
      get("getObligation", obligationKey(tenantId, contractId, key), readObligation),
    listDue: (filter, page) => listDue(table, "byOwner", lists.tenantDue(tenantId), filter, page),
    listContractDue: (contractId, filter, page) => listContractDue(table, tenantId, contractId, filter, page),
    getIdempotency: (key) => get("getIdempotency", idempotencyKey(tenantId, key), readIdempotency),
    commit: (changes) => commit(own, changes),
    ...outboxStore(own),
  };
}
