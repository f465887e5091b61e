import { csvField, csvFile } from "@luyue/core/text";
import type { Cell, ColumnKind, Sheet, Table } from "./table.ts";

/** The table's first sheet as CSV: one file is one table that a program can read; amounts and dates as they are. */
export function toCsv({ sheets: [sheet] }: Table): string {
  return csvFile(listLines(sheet));
}

function listLines({ columns, rows }: Sheet): string[][] {
  const headers = columns.map(({ header }) => writeField(header, "text"));
  return [
    headers,
    ...rows.map((cells) => columns.map(({ kind }, at) => writeField(cells[at] ?? null, kind))),
  ];
}

function writeField(cell: Cell, kind: ColumnKind): string {
  return cell === null ? "" : csvField(`${cell}`, kind !== "text");
}
