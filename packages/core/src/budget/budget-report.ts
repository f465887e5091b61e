import type { CivilDate } from "../civil-date/index.ts";
import type { Money } from "../money/index.ts";
import type { Obligation } from "../obligation/index.ts";

/** A payment of a contract, as it was derived, and whose it is. */
export interface PlannedPayment {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly contractName: string;
  readonly vendorName: string;
  readonly obligation: Obligation;
}

/**
 * Where planned money stands, in yuan. Always `planned + overpaid = paid + deducted + released + due + upcoming`:
 * `due` is owed by the day of the report, `upcoming` later or on no day yet; `paid` is net of refunds. `paidInYear` and
 * `refundedInYear` are the cash that moved in the calendar year of the row, whatever year it was planned for.
 */
export interface BudgetFigures {
  readonly planned: Money;
  readonly due: Money;
  readonly upcoming: Money;
  readonly paid: Money;
  readonly deducted: Money;
  readonly released: Money;
  readonly overpaid: Money;
  readonly paidInYear: Money;
  readonly refundedInYear: Money;
}

/** One contract in one fiscal year 财政年度; null holds what has neither a budget year nor a date. */
export interface BudgetRow extends BudgetFigures {
  readonly fiscalYear: number | null;
  readonly contractId: string;
  readonly contractNumber: string;
  readonly contractName: string;
  readonly vendorName: string;
}

export interface BudgetYear extends BudgetFigures {
  readonly fiscalYear: number | null;
}

/** What is still to be paid, and the part of it that is `held`: a gate is closed, so that it may come later than planned. */
export interface Need {
  readonly amount: Money;
  readonly held: Money;
  readonly payments: number;
}

/** A month's need, or that of the part of it that the forecast covers: dates inclusive. */
export interface MonthlyNeed extends Need {
  readonly month: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * What is still to be paid, by when. `overdue` was due before the day of the report; the next 30, 60 and 90 days are
 * cumulative and hold that day itself; `undated` has no due date yet. Overdue, 90 days, later and undated make up the whole.
 */
export interface BudgetNeeds {
  readonly overdue: Need;
  readonly within30: Need;
  readonly within60: Need;
  readonly within90: Need;
  readonly later: Need;
  readonly undated: Need;
  readonly byMonth: readonly MonthlyNeed[];
}

/** Budget execution 预算执行 of a tenant: by fiscal year and contract, by fiscal year, over all, and what is needed next. */
export interface BudgetReport {
  readonly asOf: CivilDate;
  readonly rows: readonly BudgetRow[];
  readonly years: readonly BudgetYear[];
  readonly total: BudgetFigures;
  readonly needs: BudgetNeeds;
}
