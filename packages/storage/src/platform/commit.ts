import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { changeActions } from "./change-actions.ts";
import type { OwnTable } from "./own-table.ts";

/** DynamoDB's limit. */
const mostActions = 100;

/**
 * Writes all changes in one transaction. A change is one action, but for `createTenant` (three), `createContract`
 * and `putTerms` (two). Throws `WriteConflict` naming the changes whose expectation failed, Error for more than
 * 100 actions, DomainError `unavailable`.
 */
export async function commit(own: OwnTable, changes: readonly Change[]): Promise<void> {
  const planned = changes.flatMap((change) =>
    changeActions(change, own).map((action) => ({ change, action })),
  );
  if (planned.length === 0) return;
  if (planned.length > mostActions) throw new Error(`a transaction of ${planned.length} actions`);
  const refused = await own.table.transact(
    "commit",
    planned.map(({ action }) => action),
  );
  if (refused.length === 0) return;
  const conflicting = new Set(refused.flatMap((index) => planned[index]?.change ?? []));
  throw new WriteConflict([...conflicting]);
}
