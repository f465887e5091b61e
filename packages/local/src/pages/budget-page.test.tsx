import type { BudgetFigures, BudgetReport } from "@luyue/core/budget";
import { describe, expect, it } from "vitest";
import { BudgetPage } from "./budget-page.tsx";
import type { View } from "./frame.tsx";
import { listDemoSeats } from "./person.ts";

const view: View = {
  language: "zh",
  today: "2026-05-12",
  person: listDemoSeats().find(({ roles }) => roles.includes("finance")),
  path: "/budget",
};
const none = { amount: "0.00", held: "0.00", payments: 0 };
const figures: BudgetFigures = {
  planned: "300.00",
  due: "100.00",
  upcoming: "200.00",
  paid: "0.00",
  deducted: "0.00",
  released: "0.00",
  overpaid: "0.00",
  paidInYear: "0.00",
  refundedInYear: "0.00",
};
const budget: BudgetReport = {
  asOf: "2026-05-12",
  rows: [
    {
      fiscalYear: 2026,
      contractId: "ctr_1",
      contractNumber: "甲-1",
      contractName: "合同",
      vendorName: "供应商",
      ...figures,
    },
  ],
  years: [{ fiscalYear: 2026, ...figures }],
  total: figures,
  needs: {
    overdue: { amount: "100.00", held: "100.00", payments: 1 },
    within30: none,
    within60: none,
    within90: none,
    later: { amount: "200.00", held: "0.00", payments: 2 },
    undated: none,
    byMonth: [{ month: "2026-05", from: "2026-05-12", to: "2026-05-31", ...none }],
  },
};

const render = (shown: BudgetReport) => String(<BudgetPage view={view} budget={shown} />);

describe("the budget page", () => {
  it("leaves a rare column out until something stands in it", () => {
    expect(render(budget)).not.toContain("不再支付");
    expect(render({ ...budget, total: { ...figures, released: "1.00" } })).toContain("不再支付");
  });

  it("is red only where what has passed its date is the agency's own delay", () => {
    expect(render(budget)).not.toContain("card bad");
    const own = { ...budget.needs, overdue: { amount: "100.00", held: "99.99", payments: 1 } };
    expect(render({ ...budget, needs: own })).toContain("card bad");
  });

  it("says what comes next where there is nothing yet", () => {
    expect(render(budget)).toContain("未来90天内没有到期的应付款");
    const empty = render({ ...budget, rows: [], years: [] });
    expect(empty).toContain("合同生效后，各期付款按财政年度列在这里");
    expect(empty).not.toContain("/budget.xlsx");
  });

  it("draws months against the largest, the part that a gate holds in another colour", () => {
    const byMonth = [
      {
        month: "2026-05",
        from: "2026-05-12",
        to: "2026-05-31",
        amount: "200.00",
        held: "50.00",
        payments: 1,
      },
      { month: "2026-06", from: "2026-06-01", to: "2026-06-30", amount: "50.00", held: "0.00", payments: 1 },
    ];
    const widths = [...render({ ...budget, needs: { ...budget.needs, byMonth } }).matchAll(/width="(\d+)"/g)];
    expect(widths.map(([, width]) => width)).toEqual(["1000", "1000", "250", "1000", "250", "0"]);
  });
});
