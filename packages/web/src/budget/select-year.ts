import type { Budget, Figures } from "./budget-queries.ts";

export interface ShownYear {
  readonly fiscalYear: number | null;
  readonly figures: Figures;
  readonly rows: Budget["rows"];
}

/** The fiscal years that are shown, each with its contracts: all of them, or the one that is asked for. */
export function selectYears({ rows, years }: Pick<Budget, "rows" | "years">, year?: number): ShownYear[] {
  return years
    .filter(({ fiscalYear }) => year === undefined || fiscalYear === year)
    .map(({ fiscalYear, ...figures }) => ({
      fiscalYear,
      figures,
      rows: rows.filter((row) => row.fiscalYear === fiscalYear),
    }));
}

const columns = [
  "planned",
  "paid",
  "deducted",
  "due",
  "upcoming",
  "released",
  "overpaid",
  "paidInYear",
  "refundedInYear",
] as const satisfies readonly (keyof Figures)[];
export type Column = (typeof columns)[number];

/** Left out while nothing stands in them. */
const rare = new Set<Column>(["released", "overpaid", "refundedInYear"]);

/** The columns that have something to say of the years that are shown. */
export function selectColumns(years: readonly ShownYear[]): readonly Column[] {
  return columns.filter(
    (column) => !rare.has(column) || years.some(({ figures }) => figures[column] !== "0.00"),
  );
}
