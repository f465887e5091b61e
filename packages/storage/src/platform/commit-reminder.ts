import { deadlineOf } from "@luyue/core/obligation";
import type { Instant } from "@luyue/core/civil-date";
import type { StoredObligation } from "@luyue/usecases/contract";
import type { OutboxEntry } from "@luyue/usecases/reminder";
import { obligationKey } from "../item/keys.ts";
import { toOutboxItem } from "../item/outbox-item.ts";
import { wakeAttributes } from "../item/wake-attributes.ts";
import { type Key, toAttributes } from "../table/item.ts";
import { type Expression, isNew, isUnchanged, type WriteAction } from "../table/write-action.ts";
import type { OwnTable } from "./own-table.ts";
import { putMissing } from "./put-missing.ts";

/**
 * Moves an obligation's reminder on and puts what it says into the outbox, in one transaction; entries that are there
 * already stay as they are. False where the reminder or the due date has moved since `seen`. Of more than 99 entries
 * the first go ahead in transactions of their own: stopped in between, the next sweep ends in the same place.
 */
export async function commitReminder(
  own: OwnTable,
  seen: StoredObligation,
  remindAt: Instant | undefined,
  entries: readonly OutboxEntry[],
): Promise<boolean> {
  const { table } = own;
  const { tenantId, contractId, obligation } = own.demandOwn(seen);
  const key = obligationKey(tenantId, contractId, obligation.key);
  const condition = {
    ...isUnchanged({ type: "obligation", remindAt: seen.remindAt, dueOn: deadlineOf(obligation) }),
  };
  const puts = [...new Map(entries.map((entry) => [entry.id, own.demandOwn(entry)])).values()].map(
    (entry): WriteAction => ({ action: "put", item: toOutboxItem(entry, table.now()), condition: isNew }),
  );
  const move = {
    action: "update",
    key,
    change: moveReminder(key, remindAt, table.now()),
    condition,
  } as const;
  return putMissing(table, "commitReminder", [move], puts, { action: "check", key, condition });
}

function moveReminder(key: Key, remindAt: Instant | undefined, now: Instant): Expression {
  const fields = { remindAt, ...wakeAttributes(key, remindAt, now) };
  const names = Object.keys(fields);
  const operands = { names: Object.fromEntries(names.map((name) => [`#${name}`, name])) };
  if (remindAt === undefined) {
    return { expression: `REMOVE ${names.map((name) => `#${name}`).join(", ")}`, ...operands };
  }
  return {
    expression: `SET ${names.map((name) => `#${name} = :${name}`).join(", ")}`,
    ...operands,
    values: toAttributes(
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [`:${name}`, value])),
    ),
  };
}
