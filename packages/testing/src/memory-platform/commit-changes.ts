import type { Data } from "./data.ts";
import type { Kinds, MemoryChange } from "./kinds.ts";
import type { MemoryPlatformOptions } from "./options.ts";
import { planActions } from "./plan-actions.ts";

/** DynamoDB's limit. */
const mostActions = 100;

/**
 * Writes all changes or none. Throws the caller's conflict with the changes whose expectation failed, and Error for
 * what DynamoDB refuses as well: more than 100 actions, or two on one item.
 */
export function commitChanges<K extends Kinds>(
  changes: readonly MemoryChange<K>[],
  tenantId: string,
  data: Data<K>,
  { now, conflict }: MemoryPlatformOptions<K>,
): void {
  // A store keeps what it was given, not the object: later changes to that object must not reach it.
  const planned = structuredClone(changes).map((change) => ({
    change,
    actions: planActions(change, tenantId, data, now()),
  }));
  const actions = planned.flatMap((each) => each.actions);
  if (actions.length > mostActions) throw new Error(`a transaction of ${actions.length} actions`);
  if (new Set(actions.map(({ item }) => item)).size < actions.length)
    throw new Error("two actions on one item");
  const refused = planned.filter((each) => each.actions.some(({ holds }) => !holds));
  if (refused.length > 0) throw conflict(refused.map(({ change }) => change));
  for (const { write } of actions) write();
}
