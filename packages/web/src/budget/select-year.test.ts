import { describe, expect, it } from "vitest";
import type { Budget, Figures } from "./budget-queries.ts";
import { readBudgetSearch } from "./budget-search.ts";
import { selectColumns, selectYears } from "./select-year.ts";

const none: Figures = {
  planned: "0.00",
  due: "0.00",
  upcoming: "0.00",
  paid: "0.00",
  deducted: "0.00",
  released: "0.00",
  overpaid: "0.00",
  paidInYear: "0.00",
  refundedInYear: "0.00",
};
const row = (fiscalYear: number | null, contractId: string): Budget["rows"][number] => ({
  fiscalYear,
  contractId,
  contractNumber: contractId,
  contractName: "合同",
  vendorName: "供应商",
  ...none,
});
const budget: Pick<Budget, "rows" | "years"> = {
  rows: [row(2026, "a"), row(2026, "b"), row(2027, "a"), row(null, "c")],
  years: [
    { fiscalYear: 2026, ...none, planned: "3.00" },
    { fiscalYear: 2027, ...none, released: "1.00" },
    { fiscalYear: null, ...none },
  ],
};

describe("the fiscal years of a budget", () => {
  it("are shown with their contracts, all of them or one", () => {
    const contractsOf = (year?: number) =>
      selectYears(budget, year).map(({ fiscalYear, rows }) => [fiscalYear, rows.length]);
    expect(contractsOf()).toEqual([
      [2026, 2],
      [2027, 1],
      [null, 1],
    ]);
    expect(contractsOf(2027)).toEqual([[2027, 1]]);
    expect(contractsOf(2030)).toEqual([]);
    expect(selectYears(budget, 2026)[0]?.figures.planned).toBe("3.00");
  });

  it("leave a rare column out until something stands in it", () => {
    expect(selectColumns(selectYears(budget, 2026))).not.toContain("released");
    expect(selectColumns(selectYears(budget))).toContain("released");
    expect(selectColumns([])).toEqual(["planned", "paid", "deducted", "due", "upcoming", "paidInYear"]);
  });

  it("stand in the address as four digits", () => {
    expect(readBudgetSearch({ year: 2026 })).toEqual({ year: 2026 });
    for (const year of [26, 2026.5, "2026", 3000, null]) expect(readBudgetSearch({ year })).toEqual({});
  });
});
