import { DomainError } from "@luyue/core/error";

const longest = 8_000;
/** No key of the table is longer. */
const longestPart = 1_000;

/** A place in a list, opaque to whoever carries it; it holds for that list alone. */
export function encodeCursor(list: string, position: readonly string[]): string {
  return Buffer.from(JSON.stringify([list, ...position])).toString("base64url");
}

/** The place that a cursor of this list names. Throws DomainError `invalid` for anything else. */
export function decodeCursor(list: string, length: number, cursor: string): readonly string[] {
  const parts = cursor.length > longest ? undefined : parseParts(cursor);
  const [of, ...position] = parts ?? [];
  if (of !== list || position.length !== length) {
    throw new DomainError("invalid", { zh: "分页游标无效", en: "no such cursor" }, [
      { path: "/cursor", reason: { zh: "不是本列表的游标", en: "not a cursor of this list" } },
    ]);
  }
  return position;
}

function parseParts(cursor: string): readonly string[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parts) &&
      parts.every(
        (part) =>
          typeof part === "string" && part !== "" && part.length <= longestPart && part.isWellFormed(),
      )
      ? parts
      : undefined;
  } catch {
    return undefined;
  }
}
