export type {
  BudgetFigures,
  BudgetNeeds,
  BudgetReport,
  Need,
  PlannedPayment,
} from "./budget-report.ts";
export { summariseBudget } from "./summarise-budget.ts";
