import type { Page, PageRequest } from "@luyue/usecases/runtime";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { type Item, keyOf, textOf, toAttributes } from "./item.ts";
import type { Table, TableQuery } from "./table.ts";
import { indexes } from "./table-definition.ts";

export interface ListQuery<T> extends Omit<TableQuery, "limit" | "startAfter"> {
  readonly operation: string;
  /** Reads an item; undefined where it does not belong to the list. */
  readonly read: (item: Item) => T | undefined;
  /** How many items to read at a time where few of them belong to the list; else as many as the page lacks. */
  readonly chunk?: number | undefined;
}

/** One page of a list: exactly full while there is more, its cursor right after the last item that it has. */
export async function queryPage<T>(table: Table, query: ListQuery<T>, page: PageRequest): Promise<Page<T>> {
  const { operation, read, chunk, ...rest } = query;
  const list = `${query.index ?? "table"}:${query.partition}:${query.index === undefined ? operation : ""}`;
  const start = page.cursor === undefined ? {} : readStart(query, list, page.cursor);
  if (start === undefined) return { items: [] };
  const items: T[] = [];
  let last: Item | undefined;
  let startAfter = start.startAfter;
  do {
    const limit = chunk ?? page.limit + 1 - items.length;
    const result = await table.query(operation, { ...rest, limit, startAfter });
    for (const item of result.items) {
      const value = read(item);
      if (value === undefined) continue;
      if (last !== undefined && items.length === page.limit) {
        return { items, cursor: encodeCursor(list, positionOf(query, last)) };
      }
      items.push(value);
      last = item;
    }
    startAfter = result.next;
  } while (startAfter !== undefined);
  return { items };
}

/** Every item of a range, however many. */
export async function queryAll(
  table: Table,
  operation: string,
  query: Omit<TableQuery, "startAfter">,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let startAfter: Item | undefined;
  do {
    const result = await table.query(operation, { ...query, startAfter });
    items.push(...result.items);
    startAfter = result.next;
  } while (startAfter !== undefined);
  return items;
}

function positionOf({ index }: Pick<TableQuery, "index">, item: Item): readonly string[] {
  const { pk, sk } = keyOf(item);
  if (index === undefined) return [sk];
  return [sk, pk, textOf(item, indexes[index].sort) ?? ""];
}

/**
 * Where to go on. A range that begins with today moves on between two pages: a cursor before it starts at its
 * beginning; undefined for one behind its end.
 */
function readStart(
  { index, partition, range }: Omit<TableQuery, "limit">,
  list: string,
  cursor: string,
): { startAfter?: Item } | undefined {
  const [sk = "", pk = partition, sort = sk] = decodeCursor(list, index === undefined ? 1 : 3, cursor);
  if (range !== undefined && compareBytes(sort, range.low) < 0) return {};
  if (range !== undefined && compareBytes(sort, range.high) > 0) return undefined;
  const key = { pk, sk };
  if (index === undefined) return { startAfter: toAttributes(key) };
  return {
    startAfter: toAttributes({ ...key, [indexes[index].list]: partition, [indexes[index].sort]: sort }),
  };
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
