import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Instant } from "@luyue/core/civil-date";
import { epochSeconds } from "./epoch-seconds.ts";
import { type Item, type Key, toAttributes } from "./item.ts";
import { ttlAttribute } from "./table-definition.ts";

/** A condition or a change with its operands; names begin with `#`, values with `:`. */
export interface Expression {
  readonly expression: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Item;
}

/** One action of a transaction. */
export type WriteAction =
  | { readonly action: "put"; readonly item: Item; readonly condition?: Expression }
  | {
      readonly action: "update";
      readonly key: Key;
      readonly change: Expression;
      readonly condition?: Expression;
    }
  | { readonly action: "check"; readonly key: Key; readonly condition: Expression }
  | { readonly action: "delete"; readonly key: Key };

/** The item is not there yet. */
export const isNew: Expression = { expression: "attribute_not_exists(pk)" };

/** The item is not there, or has expired and waits for its removal. */
export function isNewOrExpired(now: Instant): Expression {
  return {
    expression: `attribute_not_exists(pk) OR ${ttlAttribute} <= :now`,
    values: toAttributes({ ":now": epochSeconds(now) }),
  };
}

/** An attribute has the value that was seen, or is missing as it was. */
export function isUnchanged(seen: Readonly<Record<string, string | number | undefined>>): Expression {
  const fields = Object.keys(seen);
  return {
    expression: fields
      .map((name) =>
        seen[name] === undefined ? `attribute_not_exists(#${name})` : `#${name} = :seen_${name}`,
      )
      .join(" AND "),
    names: Object.fromEntries(fields.map((name) => [`#${name}`, name])),
    values: toAttributes(Object.fromEntries(fields.map((name) => [`:seen_${name}`, seen[name]]))),
  };
}

export function toTransactItem(action: WriteAction, TableName: string): TransactWriteItem {
  switch (action.action) {
    case "put":
      return { Put: { TableName, Item: action.item, ...conditionInput(action.condition) } };
    case "update":
      return { Update: { TableName, Key: toAttributes({ ...action.key }), ...updateInput(action) } };
    case "check":
      return {
        ConditionCheck: {
          TableName,
          Key: toAttributes({ ...action.key }),
          ConditionExpression: action.condition.expression,
          ...operands(action.condition),
        },
      };
    case "delete":
      return { Delete: { TableName, Key: toAttributes({ ...action.key }) } };
  }
}

export function updateInput({
  change,
  condition,
}: {
  readonly change: Expression;
  readonly condition?: Expression;
}) {
  return {
    UpdateExpression: change.expression,
    ...(condition === undefined ? {} : { ConditionExpression: condition.expression }),
    ...operands(change, condition),
  };
}

/** One more of what an item counts, which is made to expire where it is not there; the count is answered. */
export function incrementInput(expiresAt: Instant) {
  return {
    UpdateExpression: "ADD #count :one SET #end = if_not_exists(#end, :end)",
    ExpressionAttributeNames: { "#count": "count", "#end": ttlAttribute },
    ExpressionAttributeValues: toAttributes({ ":one": 1, ":end": epochSeconds(expiresAt) }),
    ReturnValues: "UPDATED_NEW" as const,
  };
}

export function conditionInput(condition: Expression | undefined) {
  return condition === undefined ? {} : { ConditionExpression: condition.expression, ...operands(condition) };
}

/** Names and values of several expressions together; the engine refuses empty ones. */
function operands(...expressions: readonly (Expression | undefined)[]) {
  const names = new Map(expressions.flatMap((each) => Object.entries(each?.names ?? {})));
  const values = new Map(expressions.flatMap((each) => Object.entries(each?.values ?? {})));
  return {
    ...(names.size === 0 ? {} : { ExpressionAttributeNames: Object.fromEntries(names) }),
    ...(values.size === 0 ? {} : { ExpressionAttributeValues: Object.fromEntries(values) }),
  };
}
