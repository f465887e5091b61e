import type { Instant } from "@luyue/core/civil-date";
import { type EntryName, entryKeyOf, type OutboxEntry, recipientKey } from "@luyue/usecases/reminder";
import type { Item } from "../table/item.ts";
import { type Attributes, defineItem } from "./define-item.ts";
import { failedKey, lists, outboxKey } from "./keys.ts";
import { toUtc, wakeAttributes } from "./wake-attributes.ts";

const codec = defineItem<OutboxEntry>("outbox");
const failedCodec = defineItem<EntryName>("failed");

export function toOutboxItem(entry: OutboxEntry, now: Instant): Item {
  const key = outboxKey(entry);
  return codec.write(key, entry, {
    ownerList: lists.tenantSent(entry.tenantId),
    ownerSort: sortOf(entry),
    ...recipientAttributes(entry),
    ...outboxRevision(entry),
    ...wakeAttributes(key, entry.wakeAt, now),
  });
}

/** What changes whenever an entry is claimed, tried or settled. */
export function outboxRevision({ state, attempts, wakeAt }: OutboxEntry) {
  return { state, attempts: attempts.length, wakeAt };
}

export const readOutbox = codec.read;

/** Where an entry that was given up is found; it is taken away once somebody sends it again. */
export function toFailedItem(entry: OutboxEntry): Item {
  return failedCodec.write(failedItemKey(entry), { contractId: entry.contractId, key: entryKeyOf(entry) });
}

export const failedItemKey = (entry: OutboxEntry) => failedKey(entry.tenantId, sortOf(entry));
export const readFailed = failedCodec.read;

function sortOf({ createdAt, id }: OutboxEntry): string {
  return `${toUtc(createdAt)}#${id}`;
}

/** Finds what gathers for a recipient, and else what they have been sent; letters are theirs alone and stand in no list. */
function recipientAttributes(entry: OutboxEntry): Attributes {
  const { to, tenantId, type, state, wakeAt } = entry;
  if (to.channel === "people" || type.startsWith("letter.")) return {};
  const recipient = recipientKey(to);
  if (entry.gathers === true && state === "pending" && wakeAt !== undefined) {
    return {
      vendorList: lists.gathered(tenantId, recipient),
      vendorSort: `${toUtc(wakeAt)}#${entry.id}`,
    };
  }
  const vendorId = "vendorId" in to ? to.vendorId : undefined;
  const list =
    vendorId === undefined ? lists.tenantTold(tenantId, recipient) : lists.vendorTold(vendorId, recipient);
  return { vendorList: list, vendorSort: sortOf(entry) };
}
