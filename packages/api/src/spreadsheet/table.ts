/** What a column holds: words, yuan as a decimal string, whole numbers, or civil dates YYYY-MM-DD. */
export type ColumnKind = "text" | "money" | "integer" | "date";

export interface Column {
  readonly header: string;
  readonly kind: ColumnKind;
  /** In characters; without it, what its kind usually takes. */
  readonly width?: number;
}

/** A value of its column's kind, or null for none. Words may stand in any column. */
export type Cell = string | number | null;

export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Sheets of rows, to be written in one format or another. */
export interface Table {
  readonly sheets: readonly [Sheet, ...Sheet[]];
}
