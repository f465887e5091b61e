import type { Instant } from "@luyue/core/civil-date";
import type { Contract, StoredEvent, TermsVersion } from "@luyue/usecases/contract";
import type { RecordEntry } from "@luyue/usecases/runtime";
import type { Item } from "../table/item.ts";
import { defineItem } from "./define-item.ts";
import { contractKey, eventKey, lists, numberKey, presentTermsKey, recordKey, termsKey } from "./keys.ts";
import { wakeAttributes } from "./wake-attributes.ts";

const contractCodec = defineItem<Contract>("contract");
const termsCodec = defineItem<TermsVersion>("terms");
const eventCodec = defineItem<StoredEvent>("event");
const recordCodec = defineItem<RecordEntry>("record");
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

/** The present terms and the version's own item. */
export function toTermsItems(tenantId: string, contractId: string, terms: TermsVersion): readonly Item[] {
  return [presentTermsKey(tenantId, contractId), termsKey(tenantId, contractId, terms.version)].map((key) =>
    termsCodec.write(key, terms),
  );
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
export const readEvent = eventCodec.read;
export const isEvent = eventCodec.isOf;
export const readRecord = recordCodec.read;
