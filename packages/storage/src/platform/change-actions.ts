import type { Contract } from "@luyue/usecases/contract";
import type { Change } from "@luyue/usecases/runtime";
import type { Tenant } from "@luyue/usecases/tenant";
import {
  toContractItem,
  toEntryItem,
  toEventItem,
  toFindingItem,
  toInvoiceNumberItem,
  toNumberItem,
  toRecordItem,
  toTermsItems,
} from "../item/contract-items.ts";
import {
  accountKey,
  contractKey,
  eventKey,
  invoiceNumberKey,
  issuerKey,
  memberKey,
  obligationKey,
  partnerUserKey,
  personalKey,
  workKey,
} from "../item/keys.ts";
import { toObligationItem } from "../item/obligation-item.ts";
import { toOutboxItem } from "../item/outbox-item.ts";
import {
  toHeadItem,
  toIdempotencyItem,
  toIssuerItem,
  toMemberItem,
  toPartnerUserItem,
  toPersonalItem,
  toTenantItem,
  toVendorFileItem,
} from "../item/tenant-items.ts";
import type { Item } from "../table/item.ts";
import {
  type Expression,
  isNew,
  isNewOrExpired,
  isUnchanged,
  type WriteAction,
} from "../table/write-action.ts";
import { startCheckpoint } from "./checkpoint.ts";
import type { OwnTable } from "./own-table.ts";
import { moveActions } from "./replace-outbox.ts";

/** The writes of one change. Throws Error where it is about another tenant. */
export function changeActions(change: Change, own: OwnTable): readonly WriteAction[] {
  const { tenantId, table } = own;
  switch (change.change) {
    case "createTenant":
      return createTenant(own.demandOwn(change.tenant, change.tenant.id), own);
    case "putTenant":
      own.demandOwn(change.tenant, change.tenant.id);
      return [put(toTenantItem(change.tenant), isUnchanged({ version: change.expectedVersion }))];
    case "createIssuer":
    case "deleteIssuer":
    case "putMember":
    case "deleteMember":
    case "putVendorFile":
    case "createPartnerUser":
    case "deletePartnerUser":
    case "deleteAccount":
    case "putPersonal":
    case "deletePersonal":
      return [personAction(change, tenantId)];
    case "createContract":
    case "putContract":
    case "checkContract":
      return contractActions(change, own);
    case "putTerms":
      return toTermsItems(tenantId, change.contractId, change.terms, change.present).map((item) => put(item));
    case "putEvent":
    case "deleteEvent":
    case "putEntry":
    case "deleteBatch":
    case "putFinding":
    case "createInvoiceNumber":
    case "deleteInvoiceNumber":
      return [entryAction(change, tenantId)];
    case "putObligation":
      return [put(toObligationItem(own.demandOwn(change.stored), table.now()))];
    case "deleteObligation":
      return [{ action: "delete", key: obligationKey(tenantId, change.contractId, change.key) }];
    case "putRecord":
    case "putHead":
      return [recordAction(change, own)];
    case "putOutbox":
      return [put(toOutboxItem(own.demandOwn(change.entry), table.now()), isNew)];
    case "replaceOutbox":
      return moveActions(own, change);
    case "putIdempotency":
      return [put(toIdempotencyItem(tenantId, change.item), isNewOrExpired(table.now()))];
  }
}

type ContractChange = Extract<Change, { change: "createContract" | "putContract" | "checkContract" }>;

/** The writes of a contract's head, or the look at it. */
function contractActions(change: ContractChange, own: OwnTable): readonly WriteAction[] {
  switch (change.change) {
    case "createContract":
      return createContract(own.demandOwn(change.contract), own);
    case "putContract": {
      const item = toContractItem(own.demandOwn(change.contract), change.wakeAt, own.table.now());
      return [put(item, isUnchanged({ version: change.expectedVersion }))];
    }
    case "checkContract": {
      const key = contractKey(own.tenantId, change.contractId);
      return [{ action: "check", key, condition: isUnchanged({ version: change.expectedVersion }) }];
    }
  }
}

type PersonChange = Extract<
  Change,
  {
    change:
      | "createIssuer"
      | "deleteIssuer"
      | "putMember"
      | "deleteMember"
      | "putVendorFile"
      | "createPartnerUser"
      | "deletePartnerUser"
      | "deleteAccount"
      | "putPersonal"
      | "deletePersonal";
  }
>;

/** The write of who may come in, and of what somebody has chosen. */
function personAction(change: PersonChange, tenantId: string): WriteAction {
  switch (change.change) {
    case "createIssuer":
      return put(toIssuerItem(tenantId, change.url), isNew);
    case "deleteIssuer":
      return { action: "delete", key: issuerKey(change.url) };
    case "putMember":
      return put(toMemberItem(tenantId, change.member));
    case "deleteMember":
      return { action: "delete", key: memberKey(tenantId, change.subject) };
    case "putVendorFile":
      return put(toVendorFileItem(tenantId, change.file));
    case "createPartnerUser":
      return put(toPartnerUserItem(change.user), isNew);
    case "deletePartnerUser":
      return { action: "delete", key: partnerUserKey(change.subject) };
    case "deleteAccount":
      return { action: "delete", key: accountKey(change.address) };
    case "putPersonal":
      return put(toPersonalItem(tenantId, change.personal));
    case "deletePersonal":
      return { action: "delete", key: personalKey(tenantId, change.address) };
  }
}

/** The write of a line of the record, or of a chain's head. */
function recordAction(
  change: Extract<Change, { change: "putRecord" | "putHead" }>,
  { tenantId, table }: OwnTable,
): WriteAction {
  if (change.change === "putRecord") {
    return put(toRecordItem(tenantId, change.aggregate, change.entry), isNew);
  }
  const { chain, head, wakeAt, expectedSequence } = change;
  const seen = expectedSequence === undefined ? isNew : isUnchanged({ version: expectedSequence });
  return put(toHeadItem(tenantId, chain, head, wakeAt, table.now()), seen);
}

type EntryChange = Extract<
  Change,
  {
    change:
      | "putEvent"
      | "deleteEvent"
      | "putEntry"
      | "deleteBatch"
      | "putFinding"
      | "createInvoiceNumber"
      | "deleteInvoiceNumber";
  }
>;

/** The write of what has happened with a contract, and of what belongs to its money or work. */
function entryAction(change: EntryChange, tenantId: string): WriteAction {
  switch (change.change) {
    case "putEvent":
      return put(toEventItem(tenantId, change.contractId, change.event));
    case "deleteEvent":
      return { action: "delete", key: eventKey(tenantId, change.contractId, change.eventId) };
    case "putEntry":
      return put(toEntryItem(tenantId, change.contractId, change.entry));
    case "deleteBatch":
      return { action: "delete", key: workKey(tenantId, change.contractId, change.batchId) };
    case "putFinding":
      return put(toFindingItem(tenantId, change.finding));
    case "createInvoiceNumber":
      return put(toInvoiceNumberItem(tenantId, change.use), isNew);
    case "deleteInvoiceNumber":
      return { action: "delete", key: invoiceNumberKey(tenantId, change.number) };
  }
}

function createTenant(tenant: Tenant, { table }: OwnTable): readonly WriteAction[] {
  const { id, issuer } = tenant;
  return [
    put(toTenantItem(tenant), isNew),
    ...(issuer === undefined ? [] : [put(toIssuerItem(id, issuer.url), isNew)]),
    startCheckpoint(table.now()),
  ];
}

function createContract(contract: Contract, { table }: OwnTable): readonly WriteAction[] {
  return [put(toContractItem(contract, undefined, table.now()), isNew), put(toNumberItem(contract), isNew)];
}

function put(item: Item, condition?: Expression): WriteAction {
  return { action: "put", item, ...(condition === undefined ? {} : { condition }) };
}
