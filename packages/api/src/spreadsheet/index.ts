export { csvType, fileHeaders, xlsxType } from "./file-headers.ts";
export { readCsv } from "./read-csv.ts";
export { type ReadCell, readXlsx } from "./read-xlsx.ts";
export type { Cell, Column, Sheet, Table } from "./table.ts";
export { toCsv } from "./to-csv.ts";
export { toXlsx } from "./to-xlsx.ts";
