import type { OutboxEntry } from "@luyue/usecases/reminder";
import { outboxKey } from "../item/keys.ts";
import { failedItemKey, outboxRevision, toFailedItem, toOutboxItem } from "../item/outbox-item.ts";
import { isNew, isUnchanged, type WriteAction } from "../table/write-action.ts";
import type { OwnTable } from "./own-table.ts";
import { putMissing } from "./put-missing.ts";

interface Move {
  readonly seen: OutboxEntry;
  readonly next: OutboxEntry;
}

/**
 * Replaces entries while the state, the attempts and the wake-up of each are as they were seen, and puts further ones that are
 * not there; false, and nothing written, where one is not as it was seen.
 */
export async function replaceOutbox(
  own: OwnTable,
  moves: readonly Move[],
  puts: readonly OutboxEntry[] = [],
): Promise<boolean> {
  const { table } = own;
  const guarded = moves.flatMap((move) => moveActions(own, move));
  const [first, ...others] = guarded;
  if (first === undefined) throw new Error("nothing to replace");
  if (others.length === 0 && puts.length === 0 && first.action === "put" && first.condition !== undefined) {
    return table.put("replaceOutbox", first.item, first.condition);
  }
  const added = puts.map(
    (entry): WriteAction => ({
      action: "put",
      item: toOutboxItem(own.demandOwn(entry), table.now()),
      condition: isNew,
    }),
  );
  return putMissing(table, "replaceOutbox", guarded, added, checkOf(moves));
}

/** The entry itself, and its line among what was given up. */
export function moveActions(own: OwnTable, { seen, next }: Move): WriteAction[] {
  own.demandOwn(seen);
  own.demandOwn(next);
  if (next.id !== seen.id || next.contractId !== seen.contractId) throw new Error("another outbox entry");
  const item = toOutboxItem(next, own.table.now());
  const move: WriteAction = { action: "put", item, condition: isUnchanged(outboxRevision(seen)) };
  return [move, ...failedActions(seen, next)];
}

/** What went as a part of a bundle is sent again with it. */
function failedActions(seen: OutboxEntry, next: OutboxEntry): WriteAction[] {
  if (next.bundledIn !== undefined || (seen.state === "failed") === (next.state === "failed")) return [];
  return next.state === "failed"
    ? [{ action: "put", item: toFailedItem(next) }]
    : [{ action: "delete", key: failedItemKey(seen) }];
}

function checkOf([first]: readonly Move[]): WriteAction {
  if (first === undefined) throw new Error("nothing to replace");
  const condition = isUnchanged(outboxRevision(first.seen));
  return { action: "check", key: outboxKey(first.seen), condition };
}
