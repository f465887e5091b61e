import { sumMoney } from "../money/index.ts";
import type { BudgetFigures } from "./budget-report.ts";

/** Column by column; zeros for an empty list. */
export function sumFigures(parts: readonly Partial<BudgetFigures>[]): BudgetFigures {
  const sum = (name: keyof BudgetFigures) => sumMoney(parts.map((part) => part[name] ?? "0.00"));
  return {
    planned: sum("planned"),
    due: sum("due"),
    upcoming: sum("upcoming"),
    paid: sum("paid"),
    deducted: sum("deducted"),
    released: sum("released"),
    overpaid: sum("overpaid"),
    paidInYear: sum("paidInYear"),
    refundedInYear: sum("refundedInYear"),
  };
}
