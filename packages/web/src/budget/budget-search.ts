/** Of which fiscal year the budget is shown: of all where it names none. */
export interface BudgetSearch {
  readonly year?: number;
}

const [firstYear, lastYear] = [2000, 2999];

/** Reads an address; what it does not know is left out. */
export function readBudgetSearch({ year }: Record<string, unknown>): BudgetSearch {
  const isYear = typeof year === "number" && Number.isInteger(year) && year >= firstYear && year <= lastYear;
  return isYear ? { year } : {};
}
