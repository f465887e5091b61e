import { deadlineOf } from "@luyue/core/obligation";
import type { StoredObligation } from "@luyue/usecases/contract";
import type { DueFilter, Page, PageRequest } from "@luyue/usecases/runtime";
import { obligationKey, prefixes } from "../item/keys.ts";
import { isObligation, noDueDate, readObligation } from "../item/obligation-item.ts";
import { decodeCursor, encodeCursor } from "../table/cursor.ts";
import { queryAll, queryPage } from "../table/query-page.ts";
import { prefixRange, type Table } from "../table/table.ts";
import { dueRange, matchesDue } from "./match-due.ts";

/** Read at a time where a filter lets few through. */
const chunk = 200;

/** A page of a tenant's or a vendor's obligations by due date; those that wait for a date come after the dated ones. */
export async function listDue(
  table: Table,
  index: "byOwner" | "byVendor",
  partition: string,
  filter: DueFilter,
  page: PageRequest,
): Promise<Page<StoredObligation>> {
  const range = dueRange(filter);
  if (range === undefined) return { items: [] };
  const { kind } = filter;
  const sparse = kind !== undefined || filter.state !== undefined;
  return queryPage(
    table,
    {
      operation: "listDue",
      index,
      partition,
      range,
      chunk: sparse ? Math.max(chunk, page.limit + 1) : undefined,
      filter:
        kind === undefined
          ? undefined
          : { expression: "#kind = :kind", names: { "#kind": "kind" }, values: { ":kind": { S: kind } } },
      read: (item) => {
        const stored = isObligation(item) ? readObligation(item) : undefined;
        return stored !== undefined && matchesDue(stored, filter) ? stored : undefined;
      },
    },
    page,
  );
}

/** A page of one contract's obligations by due date, in whatever state unless the filter names one; undated ones last. */
export async function listContractDue(
  table: Table,
  tenantId: string,
  contractId: string,
  filter: DueFilter,
  page: PageRequest,
): Promise<Page<StoredObligation>> {
  const { pk } = obligationKey(tenantId, contractId, "");
  const [afterDay, afterKey] =
    page.cursor === undefined ? [] : decodeCursor(`contractDue:${pk}`, 2, page.cursor);
  const items = await queryAll(table, "listContractDue", {
    partition: pk,
    range: prefixRange(prefixes.obligation),
  });
  const rest = items
    .map(readObligation)
    .filter((stored) => matchesDue(stored, filter))
    .map((stored) => ({
      stored,
      day: deadlineOf(stored.obligation) ?? noDueDate,
      key: stored.obligation.key,
    }))
    .toSorted((a, b) => compare(a.day, b.day) || compare(a.key, b.key))
    .filter(
      ({ day, key }) =>
        afterDay === undefined ||
        afterKey === undefined ||
        (compare(day, afterDay) || compare(key, afterKey)) > 0,
    );
  const shown = rest.slice(0, page.limit);
  const last = shown.at(-1);
  if (last === undefined || rest.length === shown.length) return { items: shown.map(({ stored }) => stored) };
  return {
    items: shown.map(({ stored }) => stored),
    cursor: encodeCursor(`contractDue:${pk}`, [last.day, last.key]),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
