export type {
  BudgetFigures,
  BudgetNeeds,
  BudgetReport,
  BudgetRow,
  BudgetYear,
  MonthlyNeed,
  Need,
  PlannedPayment,
} from "./budget-report.ts";
export { summariseBudget } from "./summarise-budget.ts";
