import type { Cell as XlsxCell } from "write-excel-file/node";
import type { Cell, Column, ColumnKind, Table } from "./table.ts";

const usualWidths: Readonly<Record<ColumnKind, number>> = { text: 24, money: 18, integer: 10, date: 12 };

/** The table as an Office Open XML workbook, with bold headers that stay in view. */
export async function toXlsx({ sheets }: Table): Promise<Uint8Array<ArrayBuffer>> {
  // Seldom asked for: loaded when it is, so that a function starts without it.
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const workbook = writeXlsxFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: columns.map(({ kind, width }) => ({ width: width ?? usualWidths[kind] })),
      data: [
        columns.map(({ header }): XlsxCell => ({ value: header, type: String, fontWeight: "bold" })),
        ...rows.map((cells) => columns.map((column, at) => writeCell(cells[at] ?? null, column))),
      ],
    })),
  );
  return Uint8Array.from(await workbook.toBuffer());
}

function writeCell(cell: Cell, { kind }: Column): XlsxCell {
  if (cell === null) return null;
  switch (kind) {
    case "money":
      return isExact(cell)
        ? { value: Number(cell), type: Number, format: "#,##0.00" }
        : { value: `${cell}`, type: String, align: "right" };
    case "integer":
      return typeof cell === "number" ? { value: cell, type: Number, format: "0" } : writeText(cell);
    case "date":
      return isDate(cell)
        ? { value: new Date(`${cell}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" }
        : writeText(cell);
    case "text":
      return writeText(cell);
  }
}

function writeText(cell: string | number): XlsxCell {
  return { value: `${cell}`, type: String };
}

/** Whether a binary double, which is all that a workbook has, stands for the very amount that was written. */
function isExact(amount: string | number): boolean {
  return typeof amount === "string" && Number(amount).toFixed(2) === amount;
}

function isDate(cell: string | number): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(`${cell}`);
}
