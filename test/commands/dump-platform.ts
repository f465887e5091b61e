import { canonicalJson } from "@luyue/core/text";
import { type Page, type PageRequest, type Platform, type TenantStore } from "@luyue/usecases/runtime";

/** Tenants, partner users and issuers that tests use; a platform cannot be asked for all that it has. */
const tenants = ["ten_a", "ten_b", "ten_c", "platform"];
const subjects = ["partner-1", "partner-2"];

/** All that a platform shows of the tests' tenants, as one text. */
export async function dumpPlatform(platform: Platform): Promise<string> {
  const stores = await Promise.all(tenants.map((id) => dumpStore(platform.tenant(id))));
  const users = await Promise.all(subjects.map((subject) => platform.getPartnerUser(subject)));
  const wakes = await platform.listWakes("2099-01-01T00:00:00+08:00", 100_000);
  return canonicalJson({ stores, users, wakes });
}

async function dumpStore(store: TenantStore) {
  const contracts = await listAll((page) => store.listContracts(page));
  return {
    tenant: await store.getTenant(),
    members: await store.listMembers(),
    vendors: await store.listVendorFiles(),
    record: await listAll((page) => store.listRecord("tenant", page)),
    outbox: await listAll((page) => store.listOutbox(page)),
    contracts: await Promise.all(
      contracts.map(async ({ id }) => ({
        state: await store.loadContract(id),
        invoiceUses: await listInvoiceUses(store, id),
        terms: await store.listTermsVersions(id),
        findings: await listAll((page) => store.listFindings(id, {}, page)),
        record: await listAll((page) => store.listRecord(id, page)),
      })),
    ),
  };
}

/** Of each invoice of a contract, in whatever state, where its number is in use. */
async function listInvoiceUses(store: TenantStore, contractId: string) {
  const { invoices = [] } = (await store.loadContract(contractId))?.money ?? {};
  const numbers = [...new Set(invoices.map(({ number }) => number))];
  return Promise.all(
    numbers.map(async (number) => ({ number, use: (await store.getInvoiceUse(number)) ?? null })),
  );
}

/** Every page of a list. */
export async function listAll<T>(list: (page: PageRequest) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit: 100, cursor });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return items;
}
