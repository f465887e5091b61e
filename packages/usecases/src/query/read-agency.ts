import { type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { contractNotFound } from "../contract/demand-contract.ts";
import type { Contract, ContractState, StoredObligation, TermsVersion } from "../contract/contract.ts";
import type { OutboxEntry } from "../reminder/outbox-entry.ts";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import { isAccessChain } from "../record/access-chain.ts";
import type { AccessHead, RecordEntry } from "../runtime/record-entry.ts";
import type { DueFilter, Page, PageRequest, TenantStore } from "../runtime/store.ts";
import { demandWebhook } from "../tenant/add-webhook.ts";
import type { Member, Tenant, VendorFile } from "../tenant/tenant.ts";

/** What members of an agency can read; each checks its permission, and what is not the tenant's is `notFound`. */
export async function readContract(
  store: TenantStore,
  actor: Actor,
  contractId: string,
): Promise<ContractState> {
  demandPermission(actor, "contract:read");
  const state = await store.loadContract(contractId);
  if (state === undefined) throw contractNotFound();
  return state;
}

export async function listContracts(
  store: TenantStore,
  actor: Actor,
  page: PageRequest,
): Promise<Page<Contract>> {
  demandPermission(actor, "contract:read");
  return store.listContracts(page);
}

/** Every version up to the latest that was signed; one that was taken back before its day is none of them. */
export async function listTermsVersions(
  store: TenantStore,
  actor: Actor,
  contractId: string,
): Promise<readonly TermsVersion[]> {
  const { termsVersion, pending } = await demandContractHead(store, actor, contractId, "contract:read");
  const versions = await store.listTermsVersions(contractId);
  return versions.filter(({ version }) => version <= (pending?.version ?? termsVersion));
}

export async function listDue(
  store: TenantStore,
  actor: Actor,
  filter: DueFilter,
  page: PageRequest,
): Promise<Page<StoredObligation>> {
  demandPermission(actor, "contract:read");
  return store.listDue(filter, page);
}

export async function listContractDue(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  filter: DueFilter,
  page: PageRequest,
): Promise<Page<StoredObligation>> {
  await demandContractHead(store, actor, contractId, "contract:read");
  return store.listContractDue(contractId, filter, page);
}

/** One obligation with everything that was sent about it. */
export async function readObligation(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  key: string,
): Promise<{ readonly stored: StoredObligation; readonly sent: readonly OutboxEntry[] }> {
  demandPermission(actor, "contract:read");
  const stored = await store.getObligation(contractId, key);
  if (stored === undefined)
    throw new DomainError("notFound", { zh: "找不到该义务", en: "no such obligation" });
  return { stored, sent: await store.listObligationOutbox(contractId, key) };
}

/** Which lines of a record to list: all optional; days are civil ones, inclusive. */
export interface RecordFilter {
  readonly command?: string | undefined;
  readonly actor?: string | undefined;
  readonly subject?: string | undefined;
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
}

/** The record of a contract, or of the tenant's settings (`tenant`), the oldest line first; a page is full while there is more. */
export async function listRecord(
  store: TenantStore,
  actor: Actor,
  aggregate: string,
  page: PageRequest,
  filter: RecordFilter = {},
): Promise<Page<RecordEntry>> {
  if (aggregate === "tenant" || isAccessChain(aggregate)) demandPermission(actor, "record:read");
  else await demandContractHead(store, actor, aggregate, "record:read");
  const items: RecordEntry[] = [];
  let { cursor } = page;
  do {
    const read = await store.listRecord(aggregate, { limit: page.limit - items.length, cursor });
    items.push(...read.items.filter((entry) => isAsked(entry, filter)));
    cursor = read.cursor;
  } while (cursor !== undefined && items.length < page.limit);
  return { items, ...(cursor === undefined ? {} : { cursor }) };
}

function isAsked(entry: RecordEntry, { command, actor, subject, from, to }: RecordFilter): boolean {
  const on = civilDateOf(entry.at);
  return (
    (command === undefined || entry.command === command) &&
    (actor === undefined || entry.actor.id === actor) &&
    (subject === undefined || entry.subject === subject) &&
    (from === undefined || on >= from) &&
    (to === undefined || on <= to)
  );
}

/** Whoever has opened anything, by their ids. */
export async function listAccess(
  store: TenantStore,
  actor: Actor,
  page: PageRequest,
): Promise<Page<AccessHead>> {
  demandPermission(actor, "record:read");
  return store.listAccess(page);
}

/** What was sent or is to be sent for the tenant, the newest first. */
export async function listSent(
  store: TenantStore,
  actor: Actor,
  page: PageRequest,
): Promise<Page<OutboxEntry>> {
  demandPermission(actor, "contract:read");
  return store.listOutbox(page);
}

/** What was sent to one of the tenant's endpoints, the newest first. Throws `notFound` for one that there is not. */
export async function listDeliveries(
  store: TenantStore,
  actor: Actor,
  endpointId: string,
  page: PageRequest,
): Promise<Page<OutboxEntry>> {
  demandWebhook(await readTenant(store, actor), endpointId);
  return store.listSentTo(endpointId, page);
}

/** What could not be delivered and was given up, the oldest first. */
export async function listFailed(
  store: TenantStore,
  actor: Actor,
  page: PageRequest,
): Promise<Page<OutboxEntry>> {
  demandPermission(actor, "contract:read");
  return store.listFailed(page);
}

export async function readTenant(store: TenantStore, actor: Actor): Promise<Tenant> {
  demandPermission(actor, "tenant:read");
  return demandTenant(store);
}

/** The tenant whose store it is, for what rests on its calendar. Throws `notFound`. */
export async function demandTenant(store: TenantStore): Promise<Tenant> {
  const tenant = await store.getTenant();
  if (tenant === undefined) throw new DomainError("notFound", { zh: "找不到该单位", en: "no such tenant" });
  return tenant;
}

export async function listMembers(store: TenantStore, actor: Actor): Promise<readonly Member[]> {
  demandPermission(actor, "tenant:read");
  return store.listMembers();
}

export async function listVendorFiles(store: TenantStore, actor: Actor): Promise<readonly VendorFile[]> {
  demandPermission(actor, "tenant:read");
  return store.listVendorFiles();
}

async function demandContractHead(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  permission: "contract:read" | "record:read",
): Promise<Contract> {
  demandPermission(actor, permission);
  const contract = await store.getContract(contractId);
  if (contract === undefined) throw contractNotFound();
  return contract;
}
