import type { Instant } from "@luyue/core/civil-date";
import type { OutboxEntry } from "@luyue/usecases/reminder";
import type { Item } from "../table/item.ts";
import { defineItem } from "./define-item.ts";
import { lists, outboxKey } from "./keys.ts";
import { toUtc, wakeAttributes } from "./wake-attributes.ts";

const codec = defineItem<OutboxEntry>("outbox");

export function toOutboxItem(entry: OutboxEntry, now: Instant): Item {
  const key = outboxKey(entry);
  return codec.write(key, entry, {
    ownerList: lists.tenantSent(entry.tenantId),
    ownerSort: `${toUtc(entry.createdAt)}#${entry.id}`,
    ...outboxRevision(entry),
    ...wakeAttributes(key, entry.wakeAt, now),
  });
}

/** What changes whenever an entry is claimed, tried or settled. */
export function outboxRevision({ state, attempts, wakeAt }: OutboxEntry) {
  return { state, attempts: attempts.length, wakeAt };
}

export const readOutbox = codec.read;
