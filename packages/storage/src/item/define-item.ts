import { DomainError } from "@luyue/core/error";
import { type Item, type Key, toAttributes } from "../table/item.ts";

/** Lifts a body from one schema version to the next. */
export type Upgrade = (body: unknown) => unknown;

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** How one type of item is written and read. */
export interface ItemCodec<T> {
  /** Throws DomainError `invalid` for a body that is larger than an item can be. */
  readonly write: (key: Key, body: T, attributes?: Attributes) => Item;
  /** Reads a body of this version or an older one. Throws Error for another type of item or an unknown version. */
  readonly read: (item: Item) => T;
  readonly isOf: (item: Item) => boolean;
}

/** DynamoDB takes 400 KB an item, names and index attributes included. */
const longestBody = 380_000;

/**
 * A type of item: its body is JSON in one attribute beside the schema version. The present version is one more than
 * there are upgrades; the first of them lifts version 1.
 */
export function defineItem<T>(type: string, upgrades: readonly Upgrade[] = []): ItemCodec<T> {
  const version = upgrades.length + 1;
  return {
    write: (key, value, attributes = {}) => {
      const body = JSON.stringify(value);
      if (Buffer.byteLength(body) > longestBody) throw tooLarge();
      return toAttributes({ ...key, ...attributes, type, v: version, body });
    },
    read: (item) => {
      if (item["type"]?.S !== type)
        throw new Error(`expected ${type}, found ${item["type"]?.S ?? "no type"}`);
      const found = Number(item["v"]?.N);
      if (!(Number.isInteger(found) && found >= 1 && found <= version)) {
        throw new Error(`${type} of version ${item["v"]?.N ?? "none"}; this program reads 1 to ${version}`);
      }
      const body: unknown = JSON.parse(item["body"]?.S ?? "null");
      const present: unknown = upgrades.slice(found - 1).reduce((older, upgrade) => upgrade(older), body);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- type and version say that this codec wrote it
      return present as T;
    },
    isOf: (item) => item["type"]?.S === type,
  };
}

function tooLarge(): DomainError {
  return new DomainError("invalid", { zh: "内容过大，无法保存", en: "too large to be stored" });
}
