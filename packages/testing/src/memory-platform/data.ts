import type { Instant } from "@luyue/core/civil-date";
import type { Finding } from "@luyue/core/finding";
import type { SignInAccount } from "@luyue/core/sign-in";
import type { ChainHead, ContractEntry, InvoiceUse, Kinds } from "./kinds.ts";

/** An upload that was noted. */
export interface UploadedFile {
  readonly hash: string;
  readonly bytes: number;
  readonly contentType: string;
  readonly by: string;
}

/** Everything of one contract. */
export interface ContractData<K extends Kinds> {
  head?: { readonly contract: K["contract"]; readonly wakeAt: Instant | undefined };
  readonly terms: Map<number, K["terms"]>;
  readonly events: Map<string, K["event"]>;
  readonly obligations: Map<string, K["obligation"]>;
  readonly entries: Map<string, ContractEntry>;
  readonly findings: Map<string, Finding>;
  readonly outbox: Map<string, K["outbox"]>;
}

/** Everything of one tenant. */
export interface TenantData<K extends Kinds> {
  tenant?: K["tenant"];
  readonly heads: Map<string, { readonly head: ChainHead; readonly wakeAt: Instant | undefined }>;
  readonly members: Map<string, K["member"]>;
  readonly vendorFiles: Map<string, K["vendorFile"]>;
  readonly numbers: Map<string, string>;
  readonly invoiceNumbers: Map<string, InvoiceUse>;
  readonly contracts: Map<string, ContractData<K>>;
  readonly records: Map<string, Map<number, K["record"]>>;
  readonly idempotency: Map<string, K["idempotency"]>;
  readonly files: Map<string, UploadedFile>;
  readonly personal: Map<string, K["personal"]>;
  readonly troubles: Map<string, { readonly since: Instant }>;
}

export interface Data<K extends Kinds> {
  readonly tenants: Map<string, TenantData<K>>;
  readonly issuers: Map<string, string>;
  readonly partnerUsers: Map<string, K["partnerUser"]>;
  readonly accounts: Map<string, SignInAccount>;
}

export function createData<K extends Kinds>(): Data<K> {
  return { tenants: new Map(), issuers: new Map(), partnerUsers: new Map(), accounts: new Map() };
}

export function tenantData<K extends Kinds>(data: Data<K>, tenantId: string): TenantData<K> {
  return getOrAdd(data.tenants, tenantId, () => ({
    heads: new Map(),
    members: new Map(),
    vendorFiles: new Map(),
    numbers: new Map(),
    invoiceNumbers: new Map(),
    contracts: new Map(),
    records: new Map(),
    idempotency: new Map(),
    files: new Map(),
    personal: new Map(),
    troubles: new Map(),
  }));
}

export function contractData<K extends Kinds>(tenant: TenantData<K>, contractId: string): ContractData<K> {
  return getOrAdd(tenant.contracts, contractId, () => ({
    terms: new Map(),
    events: new Map(),
    obligations: new Map(),
    entries: new Map(),
    findings: new Map(),
    outbox: new Map(),
  }));
}

export function getOrAdd<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The key under which a message stands in its contract. */
export function entryKeyOf({ reminder, id }: Kinds["outbox"]): string {
  return `${reminder?.obligationKey ?? "-"}#${id}`;
}

/** What changes whenever an entry is claimed, tried or settled. */
export function revisionOf({ state, attempts, wakeAt }: Kinds["outbox"]): string {
  return JSON.stringify([state, attempts.length, wakeAt ?? null]);
}
