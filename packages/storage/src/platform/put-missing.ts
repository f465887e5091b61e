import type { Table } from "../table/table.ts";
import type { WriteAction } from "../table/write-action.ts";

/** DynamoDB takes so many actions at once. */
const mostActions = 100;

/**
 * Guarded actions in one transaction with those puts that are not there yet; false, and nothing written, where one of the guards
 * is refused. Of more puts than a transaction takes the first go ahead while `check` holds: stopped in between, whoever comes
 * back to it ends in the same place.
 */
export async function putMissing(
  table: Table,
  operation: string,
  guarded: readonly WriteAction[],
  puts: readonly WriteAction[],
  check: WriteAction,
): Promise<boolean> {
  const rest = [...puts];
  while (rest.length > mostActions - guarded.length) {
    const ahead = rest.splice(0, mostActions - 1);
    if (!(await transactMissing(table, operation, [check], ahead))) return false;
  }
  return transactMissing(table, operation, guarded, rest);
}

async function transactMissing(
  table: Table,
  operation: string,
  guarded: readonly WriteAction[],
  puts: readonly WriteAction[],
): Promise<boolean> {
  const refused = await table.transact(operation, [...guarded, ...puts]);
  if (refused.length === 0) return true;
  if (refused.some((at) => at < guarded.length)) return false;
  const missing = puts.filter((_put, index) => !refused.includes(index + guarded.length));
  return transactMissing(table, operation, guarded, missing);
}
