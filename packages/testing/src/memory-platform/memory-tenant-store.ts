import { groupMoney, isMoneyEntry } from "@luyue/core/payment";
import { groupWork } from "@luyue/core/work";
import { commitChanges } from "./commit-changes.ts";
import { type Data, tenantData } from "./data.ts";
import { contractSortOf, dueSortOf, isListedDue, matchesDue, type MemoryDueFilter } from "./due.ts";
import type { Kinds, MemoryChange } from "./kinds.ts";
import { createFileNotes, createFindings } from "./memory-findings.ts";
import { createOutbox } from "./memory-outbox.ts";
import { createRecords } from "./memory-records.ts";
import type { MemoryPlatformOptions } from "./options.ts";
import { type MemoryPageRequest, pageOf } from "./page.ts";
import { liveIdempotency } from "./plan-actions.ts";

/** The store of one tenant. */
export function createMemoryTenantStore<K extends Kinds>(
  data: Data<K>,
  tenantId: string,
  options: MemoryPlatformOptions<K>,
) {
  return {
    tenantId,
    ...createReaders(data, tenantId, options),
    ...createLists(data, tenantId),
    ...createRecords(data, tenantId),
    ...createFindings(data, tenantId),
    ...createFileNotes(data, tenantId),
    commit: async (changes: readonly MemoryChange<K>[]): Promise<void> =>
      commitChanges(changes, tenantId, data, options),
    ...createOutbox(data, tenantId),
  };
}

function createReaders<K extends Kinds>(
  data: Data<K>,
  tenantId: string,
  { now }: Pick<MemoryPlatformOptions<K>, "now">,
) {
  const own = () => tenantData(data, tenantId);
  const of = (contractId: string) => own().contracts.get(contractId);
  return {
    getTenant: async () => own().tenant,
    getMember: async (subject: string) => own().members.get(subject),
    getVendorFile: async (vendorId: string) => own().vendorFiles.get(vendorId),
    getInvoiceUse: async (number: string) => own().invoiceNumbers.get(number),
    getContract: async (contractId: string) => of(contractId)?.head?.contract,
    loadContract: async (contractId: string) => {
      const found = of(contractId);
      const contract = found?.head?.contract;
      const terms = contract === undefined ? undefined : found?.terms.get(contract.termsVersion);
      if (found === undefined || contract === undefined || terms === undefined) return undefined;
      const { events, obligations } = found;
      const entries = [...found.entries.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
      return {
        contract,
        terms,
        versions: [...found.terms.values()].filter(
          ({ version }) => version <= (contract.pending?.version ?? contract.termsVersion),
        ),
        money: groupMoney(entries.filter((entry) => isMoneyEntry(entry))),
        work: groupWork(entries.filter((entry) => !isMoneyEntry(entry))),
        events: [...events.values()],
        obligations: [...obligations.values()],
      };
    },
    getObligation: async (contractId: string, key: string) => of(contractId)?.obligations.get(key),
    getIdempotency: async (key: string) => liveIdempotency(own(), key, now()),
  };
}

function createLists<K extends Kinds>(data: Data<K>, tenantId: string) {
  const own = () => tenantData(data, tenantId);
  const contracts = () => [...own().contracts.values()];
  const of = (contractId: string) => own().contracts.get(contractId);
  return {
    listMembers: async () => [...own().members.values()],
    listVendorFiles: async () => [...own().vendorFiles.values()],
    listTermsVersions: async (contractId: string) => [...(of(contractId)?.terms.values() ?? [])],
    listContracts: async (page: MemoryPageRequest) => {
      const heads = contracts().flatMap(({ head }) => (head === undefined ? [] : [head.contract]));
      return pageOf(`contracts of ${tenantId}`, heads, ({ number }) => number, page);
    },
    listDue: async (filter: MemoryDueFilter, page: MemoryPageRequest) => {
      const all = contracts().flatMap(({ obligations }) => [...obligations.values()]);
      return pageOf(
        `due of ${tenantId}`,
        all.filter((each) => isListedDue(each, filter)),
        dueSortOf,
        page,
      );
    },
    listContractDue: async (contractId: string, filter: MemoryDueFilter, page: MemoryPageRequest) => {
      const all = [...(of(contractId)?.obligations.values() ?? [])];
      return pageOf(
        `due of ${contractId}`,
        all.filter((each) => matchesDue(each, filter)),
        contractSortOf,
        page,
      );
    },
  };
}
