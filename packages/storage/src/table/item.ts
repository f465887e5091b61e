import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** An item as the engine has it. */
export type Item = Record<string, AttributeValue>;

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Strings and numbers as attributes; what is undefined is left out. */
export function toAttributes(values: Readonly<Record<string, string | number | undefined>>): Item {
  const item: Item = {};
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    item[name] = typeof value === "number" ? { N: `${value}` } : { S: value };
  }
  return item;
}

/** A string attribute, or undefined where the item has none. */
export function textOf(item: Item, name: string): string | undefined {
  return item[name]?.S;
}

export function keyOf(item: Item): Key {
  const pk = textOf(item, "pk");
  const sk = textOf(item, "sk");
  if (pk === undefined || sk === undefined) throw new Error("an item without a key");
  return { pk, sk };
}
