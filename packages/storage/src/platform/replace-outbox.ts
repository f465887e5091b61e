import type { OutboxEntry } from "@luyue/usecases/reminder";
import { outboxRevision, toOutboxItem } from "../item/outbox-item.ts";
import { isUnchanged } from "../table/write-action.ts";
import type { OwnTable } from "./own-table.ts";

/** Replaces an entry while its state, its attempts and its wake-up are as they were seen; false where they are not. */
export function replaceOutbox(own: OwnTable, seen: OutboxEntry, next: OutboxEntry): Promise<boolean> {
  const { table } = own;
  own.demandOwn(seen);
  const item = toOutboxItem(own.demandOwn(next), table.now());
  if (next.id !== seen.id || next.contractId !== seen.contractId) throw new Error("another outbox entry");
  return table.put("replaceOutbox", item, isUnchanged(outboxRevision(seen)));
}
