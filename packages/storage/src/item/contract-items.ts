import type { Instant } from "@luyue/core/civil-date";
import type { Finding } from "@luyue/core/finding";
import { isMoneyEntry, type MoneyEntry } from "@luyue/core/payment";
import type { WorkEntry } from "@luyue/core/work";
import type { Contract, StoredEvent, TermsVersion } from "@luyue/usecases/contract";
import type { ContractEntry, InvoiceUse, RecordEntry } from "@luyue/usecases/runtime";
import type { Item } from "../table/item.ts";
import { defineItem } from "./define-item.ts";
import {
  contractKey,
  eventKey,
  findingKey,
  invoiceNumberKey,
  lists,
  moneyKey,
  numberKey,
  presentTermsKey,
  recordKey,
  termsKey,
  workKey,
} from "./keys.ts";
import { wakeAttributes } from "./wake-attributes.ts";

const contractCodec = defineItem<Contract>("contract");
const termsCodec = defineItem<TermsVersion>("terms");
const eventCodec = defineItem<StoredEvent>("event");
const recordCodec = defineItem<RecordEntry>("record");
const moneyCodec = defineItem<MoneyEntry>("money");
const workCodec = defineItem<WorkEntry>("work");
const findingCodec = defineItem<Finding>("finding");
const invoiceNumberCodec = defineItem<InvoiceUse>("invoiceNumber");
const numberCodec = defineItem<{ readonly contractId: string }>("contractNumber");

/** A vendor sees a contract once it is more than a draft. */
export function toContractItem(contract: Contract, wakeAt: Instant | undefined, now: Instant): Item {
  const { tenantId, id, vendorId, number, status, version } = contract;
  const key = contractKey(tenantId, id);
  const vendor =
    status === "draft"
      ? {}
      : { vendorList: lists.vendorContracts(vendorId), vendorSort: `${number}#${tenantId}#${id}` };
  return contractCodec.write(key, contract, {
    ownerList: lists.tenantContracts(tenantId),
    ownerSort: number,
    ...vendor,
    version,
    ...wakeAttributes(key, wakeAt, now),
  });
}

/** Keeps a contract's number from being given twice in a tenant. */
export function toNumberItem({ tenantId, id, number }: Contract): Item {
  return numberCodec.write(numberKey(tenantId, number), { contractId: id });
}

/** The version's own item, and that of the terms that hold now where they are these. */
export function toTermsItems(
  tenantId: string,
  contractId: string,
  terms: TermsVersion,
  present: boolean,
): readonly Item[] {
  const own = termsKey(tenantId, contractId, terms.version);
  const keys = present ? [presentTermsKey(tenantId, contractId), own] : [own];
  return keys.map((key) => termsCodec.write(key, terms));
}

export function toEntryItem(tenantId: string, contractId: string, entry: ContractEntry): Item {
  return isMoneyEntry(entry)
    ? moneyCodec.write(moneyKey(tenantId, contractId, entry.id), entry)
    : workCodec.write(workKey(tenantId, contractId, entry.id), entry);
}

export function toFindingItem(tenantId: string, finding: Finding): Item {
  return findingCodec.write(findingKey(tenantId, finding.contractId, finding.id), finding);
}

/** Keeps an invoice from being taken twice in a tenant. */
export function toInvoiceNumberItem(tenantId: string, use: InvoiceUse): Item {
  return invoiceNumberCodec.write(invoiceNumberKey(tenantId, use.number), use);
}

export function toEventItem(tenantId: string, contractId: string, event: StoredEvent): Item {
  return eventCodec.write(eventKey(tenantId, contractId, event.id), event);
}

/** Kept for good: a procurement file is kept at least 15 years (政府采购法 42), so nothing here expires. */
export function toRecordItem(tenantId: string, aggregate: string, entry: RecordEntry): Item {
  return recordCodec.write(recordKey(tenantId, aggregate, entry.sequence), entry);
}

export const readContract = contractCodec.read;
export const isContract = contractCodec.isOf;
export const readTerms = termsCodec.read;
export const isTerms = termsCodec.isOf;
export const readMoney = moneyCodec.read;
export const isMoney = moneyCodec.isOf;
export const readWork = workCodec.read;
export const isWork = workCodec.isOf;
export const readFinding = findingCodec.read;
export const readInvoiceNumber = invoiceNumberCodec.read;
export const readEvent = eventCodec.read;
export const isEvent = eventCodec.isOf;
export const readRecord = recordCodec.read;
