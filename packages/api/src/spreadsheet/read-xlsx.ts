import { unpackWorkbook } from "./unpack-workbook.ts";
import { unreadable } from "./workbook-refusals.ts";

/** A value as it stands in a table that was read: dates are midnight in UTC, formulas the value that was saved with them. */
export type ReadCell = string | number | boolean | Date | null;

/** The first sheet of a workbook: each row with its cells, from A1 on. Throws `invalid` where it cannot be read or is too large. */
export async function readXlsx(bytes: Uint8Array): Promise<readonly (readonly ReadCell[])[]> {
  const workbook = unpackWorkbook(bytes);
  // Seldom asked for: loaded when it is, so that a function starts without it.
  const { readSheet } = await import("read-excel-file/node");
  try {
    const rows = await readSheet(workbook);
    return rows.map((row) => row.map(asCell));
  } catch {
    // Nothing but the bytes can be wrong here; the library has several kinds of error for that.
    throw unreadable();
  }
}

function asCell(value: unknown): ReadCell {
  if (value instanceof Date) return value;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
