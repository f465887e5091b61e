import type { Cell, ColumnKind, Sheet, Table } from "./table.ts";

const byteOrderMark = "\uFEFF";
const number = /^-?\d+(?:\.\d+)?$/;

/** What makes a spreadsheet take words for a formula, the full-width forms that East Asian editions accept among it. */
const opensFormula = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * The table's first sheet as CSV (RFC 4180): one file is one table that a program can read. UTF-8 with a byte order mark, without
 * which Excel shows no Chinese; amounts and dates as they are. Words that would run as a formula get an apostrophe before them.
 */
export function toCsv({ sheets: [sheet] }: Table): string {
  return byteOrderMark + listLines(sheet).join("");
}

function listLines({ columns, rows }: Sheet): string[] {
  const headers = columns.map(({ header }) => writeField(header, "text"));
  const lines = rows.map((cells) => columns.map(({ kind }, at) => writeField(cells[at] ?? null, kind)));
  return [headers, ...lines].map((fields) => `${fields.join(",")}\r\n`);
}

function writeField(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return "";
  const text = `${cell}`;
  const isPlain = kind !== "text" && number.test(text);
  const safe = opensFormula.test(text) && !isPlain ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
