import type { Instant } from "@luyue/core/civil-date";
import type { IndexName } from "./table-definition.ts";
import type { Item, Key } from "./item.ts";
import type { Expression, WriteAction } from "./write-action.ts";

/** Sort keys from `low` to `high`, both included, in the order of their UTF-8 bytes. */
export interface SortRange {
  readonly low: string;
  readonly high: string;
}

export interface TableQuery {
  readonly partition: string;
  readonly range?: SortRange | undefined;
  /** Without it the table itself is read, consistently. */
  readonly index?: IndexName | undefined;
  readonly descending?: boolean | undefined;
  readonly limit?: number | undefined;
  readonly startAfter?: Item | undefined;
  readonly filter?: Expression | undefined;
}

interface QueryResult {
  readonly items: readonly Item[];
  /** Where the engine stopped; absent at the end of the range. */
  readonly next?: Item;
}

/**
 * The table as the stores use it. `get` never sees an expired item; a list whose items expire may still show them. `operation`
 * names the access pattern for whoever watches the capacity. Everything throws DomainError `unavailable` where the
 * engine is busy or out of reach.
 */
export interface Table {
  readonly now: () => Instant;
  readonly get: (operation: string, key: Key) => Promise<Item | undefined>;
  readonly query: (operation: string, query: TableQuery) => Promise<QueryResult>;
  /** Writes one item; false where the condition does not hold. */
  readonly put: (operation: string, item: Item, condition: Expression) => Promise<boolean>;
  /** Changes one item; false where the condition does not hold. */
  readonly update: (
    operation: string,
    key: Key,
    change: Expression,
    condition: Expression,
  ) => Promise<boolean>;
  /** Adds one to the count of an item, which is made to expire at `expiresAt` where it is not there; gives the count. */
  readonly increment: (operation: string, key: Key, expiresAt: Instant) => Promise<number>;
  /** Writes all actions (at most 100) or none; the positions of those whose condition does not hold, none once written. */
  readonly transact: (operation: string, actions: readonly WriteAction[]) => Promise<readonly number[]>;
}

/** The range of the sort keys that begin with a prefix; it has to end in `#`, whose successor is `$`. */
export function prefixRange(prefix: string): SortRange {
  if (!prefix.endsWith("#")) throw new Error(`a prefix without its end: ${prefix}`);
  return { low: prefix, high: `${prefix.slice(0, -1)}$` };
}
