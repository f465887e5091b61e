import { type Instant, toEpochMs } from "@luyue/core/civil-date";
import { contractData, type Data, getOrAdd, type TenantData, tenantData } from "./data.ts";
import type { Kinds, MemoryChange } from "./kinds.ts";
import { type Action, always, demandOwn } from "./action.ts";
import { planOutbox, planPersonal } from "./plan-outbox.ts";

/** The writes of one change, with the expectations that a store has to hold. Throws Error for another tenant's things. */
export function planActions<K extends Kinds>(
  change: MemoryChange<K>,
  tenantId: string,
  data: Data<K>,
  now: Instant,
): readonly Action[] {
  const own = tenantData(data, tenantId);
  switch (change.change) {
    case "createTenant":
    case "putTenant":
      return planTenant(change, tenantId, data);
    case "createIssuer":
    case "deleteIssuer":
      return [planIssuer(change, tenantId, data)];
    case "createContract":
    case "putContract":
    case "checkContract":
      return planHead(change, tenantId, own);
    case "putMember":
    case "deleteMember":
    case "putVendorFile":
    case "createPartnerUser":
    case "deletePartnerUser":
    case "deleteAccount":
      return [planPerson(change, own, data)];
    case "putEntry":
    case "deleteBatch":
    case "putFinding":
    case "createInvoiceNumber":
    case "deleteInvoiceNumber":
      return planEntry(change, own);
    case "putRecord":
    case "putHead":
      return [planRecord(change, own)];
    case "putOutbox":
    case "replaceOutbox":
      return [planOutbox(change, tenantId, own)];
    case "putPersonal":
    case "deletePersonal":
      return [planPersonal(change, own)];
    case "putIdempotency": {
      const { item } = change;
      const holds = liveIdempotency(own, item.key, now) === undefined;
      return [{ item: `idempotency ${item.key}`, holds, write: () => own.idempotency.set(item.key, item) }];
    }
    default:
      return planPart(change, tenantId, own);
  }
}

type Records<K extends Kinds> = Extract<MemoryChange<K>, { change: "putRecord" | "putHead" }>;

function planRecord<K extends Kinds>(change: Records<K>, own: TenantData<K>): Action {
  if (change.change === "putRecord") {
    const { aggregate, entry } = change;
    const lines = getOrAdd(own.records, aggregate, () => new Map<number, K["record"]>());
    const item = `record ${aggregate} ${entry.sequence}`;
    return { item, holds: !lines.has(entry.sequence), write: () => lines.set(entry.sequence, entry) };
  }
  const { chain, head, wakeAt, expectedSequence } = change;
  const holds = own.heads.get(chain)?.head.sequence === expectedSequence;
  return { item: `head ${chain}`, holds, write: () => own.heads.set(chain, { head, wakeAt }) };
}

/** What was answered under a key, until it expires. */
export function liveIdempotency<K extends Kinds>(
  own: TenantData<K>,
  key: string,
  now: Instant,
): K["idempotency"] | undefined {
  const found = own.idempotency.get(key);
  return found !== undefined && toEpochMs(found.expiresAt) > toEpochMs(now) ? found : undefined;
}

type Tenants<K extends Kinds> = Extract<MemoryChange<K>, { change: "createTenant" | "putTenant" }>;

function planTenant<K extends Kinds>(change: Tenants<K>, tenantId: string, data: Data<K>): readonly Action[] {
  const { tenant } = change;
  demandOwn(tenant.id, tenantId);
  const own = tenantData(data, tenantId);
  const put = () => {
    own.tenant = tenant;
  };
  if (change.change === "putTenant") {
    return [{ item: "tenant", holds: own.tenant?.version === change.expectedVersion, write: put }];
  }
  const { issuer } = tenant;
  return [
    { item: "tenant", holds: own.tenant === undefined, write: put },
    ...(issuer === undefined
      ? []
      : [planIssuer({ change: "createIssuer", url: issuer.url }, tenantId, data)]),
  ];
}

type Issuers<K extends Kinds> = Extract<MemoryChange<K>, { change: "createIssuer" | "deleteIssuer" }>;

function planIssuer<K extends Kinds>(
  { change, url }: Issuers<K>,
  tenantId: string,
  { issuers }: Data<K>,
): Action {
  const item = `issuer ${url}`;
  if (change === "deleteIssuer") return always(item, () => issuers.delete(url));
  return { item, holds: !issuers.has(url), write: () => issuers.set(url, tenantId) };
}

type Heads<K extends Kinds> = Extract<
  MemoryChange<K>,
  { change: "createContract" | "putContract" | "checkContract" }
>;

function planHead<K extends Kinds>(
  change: Heads<K>,
  tenantId: string,
  own: TenantData<K>,
): readonly Action[] {
  const contractId = change.change === "checkContract" ? change.contractId : change.contract.id;
  const item = `contract ${contractId}`;
  const known = own.contracts.get(contractId)?.head?.contract;
  if (change.change === "checkContract") {
    return [{ item, holds: known?.version === change.expectedVersion, write: () => undefined }];
  }
  const { contract } = change;
  demandOwn(contract.tenantId, tenantId);
  const put = (wakeAt: Instant | undefined) => () => {
    contractData(own, contractId).head = { contract, wakeAt };
  };
  if (change.change === "putContract") {
    return [{ item, holds: known?.version === change.expectedVersion, write: put(change.wakeAt) }];
  }
  const { number } = contract;
  return [
    { item, holds: known === undefined, write: put(undefined) },
    {
      item: `number ${number}`,
      holds: !own.numbers.has(number),
      write: () => own.numbers.set(number, contractId),
    },
  ];
}

type Persons<K extends Kinds> = Extract<
  MemoryChange<K>,
  {
    change:
      | "putMember"
      | "deleteMember"
      | "putVendorFile"
      | "createPartnerUser"
      | "deletePartnerUser"
      | "deleteAccount";
  }
>;

function planPerson<K extends Kinds>(change: Persons<K>, own: TenantData<K>, data: Data<K>): Action {
  const { members, vendorFiles } = own;
  const { partnerUsers } = data;
  switch (change.change) {
    case "putMember": {
      const { member } = change;
      return always(`member ${member.subject}`, () => members.set(member.subject, member));
    }
    case "deleteMember":
      return always(`member ${change.subject}`, () => members.delete(change.subject));
    case "putVendorFile": {
      const { file } = change;
      return always(`vendor ${file.vendorId}`, () => vendorFiles.set(file.vendorId, file));
    }
    case "createPartnerUser": {
      const { user } = change;
      const holds = !partnerUsers.has(user.subject);
      return { item: `user ${user.subject}`, holds, write: () => partnerUsers.set(user.subject, user) };
    }
    case "deletePartnerUser":
      return always(`user ${change.subject}`, () => partnerUsers.delete(change.subject));
    case "deleteAccount":
      return always(`account ${change.address}`, () => data.accounts.delete(change.address));
  }
}

type Parts<K extends Kinds> = Extract<
  MemoryChange<K>,
  {
    change: "putTerms" | "putEvent" | "deleteEvent" | "putObligation" | "deleteObligation";
  }
>;

function planPart<K extends Kinds>(
  change: Parts<K>,
  tenantId: string,
  own: TenantData<K>,
): readonly Action[] {
  const of = (contractId: string) => contractData(own, contractId);
  switch (change.change) {
    case "putTerms": {
      const { contractId, terms } = change;
      const put = () => of(contractId).terms.set(terms.version, terms);
      // The terms that hold now have an item of their own beside each version's.
      return [
        ...(change.present ? [always(`terms ${contractId}`, () => undefined)] : []),
        always(`terms ${contractId} ${terms.version}`, put),
      ];
    }
    case "putEvent": {
      const { contractId, event } = change;
      return [always(`event ${contractId} ${event.id}`, () => of(contractId).events.set(event.id, event))];
    }
    case "deleteEvent": {
      const { contractId, eventId } = change;
      return [always(`event ${contractId} ${eventId}`, () => of(contractId).events.delete(eventId))];
    }
    case "putObligation": {
      const { stored } = change;
      const { contractId, obligation } = stored;
      demandOwn(stored.tenantId, tenantId);
      const put = () => of(contractId).obligations.set(obligation.key, stored);
      return [always(`obligation ${contractId} ${obligation.key}`, put)];
    }
    case "deleteObligation": {
      const { contractId, key } = change;
      return [always(`obligation ${contractId} ${key}`, () => of(contractId).obligations.delete(key))];
    }
  }
}

type Entries<K extends Kinds> = Extract<
  MemoryChange<K>,
  { change: "putEntry" | "deleteBatch" | "putFinding" | "createInvoiceNumber" | "deleteInvoiceNumber" }
>;

function planEntry<K extends Kinds>(change: Entries<K>, own: TenantData<K>): readonly Action[] {
  if (change.change === "putEntry") {
    const { contractId, entry } = change;
    const put = () => contractData(own, contractId).entries.set(entry.id, entry);
    return [always(`entry ${contractId} ${entry.id}`, put)];
  }
  if (change.change === "deleteBatch") {
    const { contractId, batchId } = change;
    const remove = () => contractData(own, contractId).entries.delete(batchId);
    return [always(`entry ${contractId} ${batchId}`, remove)];
  }
  if (change.change === "putFinding") {
    const { finding } = change;
    const put = () => contractData(own, finding.contractId).findings.set(finding.id, finding);
    return [always(`finding ${finding.contractId} ${finding.id}`, put)];
  }
  const { invoiceNumbers } = own;
  if (change.change === "deleteInvoiceNumber") {
    return [always(`invoice ${change.number}`, () => invoiceNumbers.delete(change.number))];
  }
  const { use } = change;
  const holds = !invoiceNumbers.has(use.number);
  return [{ item: `invoice ${use.number}`, holds, write: () => invoiceNumbers.set(use.number, use) }];
}
