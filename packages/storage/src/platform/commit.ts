import { DomainError } from "@luyue/core/error";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import type { WriteAction } from "../table/write-action.ts";
import { changeActions } from "./change-actions.ts";
import type { OwnTable } from "./own-table.ts";

/** DynamoDB's limits: actions, and bytes of all items together, less what attributes beside the bodies may take. */
const mostActions = 100;
const mostBytes = 3_900_000;

/**
 * Writes all changes in one transaction. A change is one action, but for `createTenant` (three), `createContract`
 * and `putTerms` (two). Throws `WriteConflict` naming the changes whose expectation failed, Error for more than
 * 100 actions, DomainError `invalid` for more than fits into a transaction, `unavailable`.
 */
export async function commit(own: OwnTable, changes: readonly Change[]): Promise<void> {
  const planned = changes.flatMap((change) =>
    changeActions(change, own).map((action) => ({ change, action })),
  );
  if (planned.length === 0) return;
  if (planned.length > mostActions) throw new Error(`a transaction of ${planned.length} actions`);
  demandSize(planned.map(({ action }) => action));
  const table = changes.some(isRegistration) ? own.registry() : own.table;
  const refused = await table.transact(
    "commit",
    planned.map(({ action }) => action),
  );
  if (refused.length === 0) return;
  const conflicting = new Set(refused.flatMap((index) => planned[index]?.change ?? []));
  throw new WriteConflict([...conflicting]);
}

const registrations: ReadonlySet<Change["change"]> = new Set([
  "createTenant",
  "createIssuer",
  "deleteIssuer",
  "createPartnerUser",
  "deletePartnerUser",
  "deleteAccount",
]);

/** Whether a change writes a key that is not its tenant's own. */
function isRegistration({ change }: Change): boolean {
  return registrations.has(change);
}

function demandSize(actions: readonly WriteAction[]): void {
  const bytes = actions.reduce((sum, action) => {
    return sum + (action.action === "put" ? Buffer.byteLength(action.item["body"]?.S ?? "") : 0);
  }, 0);
  if (bytes <= mostBytes) return;
  throw new DomainError("invalid", {
    zh: "一次操作的内容过大，请减少内容或分几次进行",
    en: "too much for one command: shorten it or do it in parts",
  });
}
