import { DomainError } from "@luyue/core/error";

export interface MemoryPage<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

export interface MemoryPageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * A page of a list in the order of its sort texts. The cursor is a place, not a number: what is written meanwhile
 * neither repeats nor skips a line. Throws DomainError `invalid` for a cursor of another list.
 */
export function pageOf<T>(
  list: string,
  items: Iterable<T>,
  sortOf: (item: T) => string,
  { limit, cursor }: MemoryPageRequest,
  order: "ascending" | "descending" = "ascending",
): MemoryPage<T> {
  const after = cursor === undefined ? undefined : decodeCursor(list, cursor);
  const before = (a: string, b: string) => (order === "ascending" ? a < b : a > b);
  const rest = [...items]
    .map((item) => ({ item, sort: sortOf(item) }))
    .filter(({ sort }) => after === undefined || before(after, sort))
    .toSorted((a, b) => (before(a.sort, b.sort) ? -1 : 1));
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ item }) => item),
    ...(last !== undefined && rest.length > limit ? { cursor: encodeCursor(list, last.sort) } : {}),
  };
}

function encodeCursor(list: string, sort: string): string {
  return Buffer.from(JSON.stringify([list, sort])).toString("base64url");
}

function decodeCursor(list: string, cursor: string): string {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(parts) && parts.length === 2 && parts[0] === list && typeof parts[1] === "string")
      return parts[1];
  } catch {
    throw noSuchCursor();
  }
  throw noSuchCursor();
}

function noSuchCursor(): DomainError {
  return new DomainError("invalid", { zh: "分页游标无效", en: "no such cursor" }, [
    { path: "/cursor", reason: { zh: "不是本列表的游标", en: "not a cursor of this list" } },
  ]);
}
