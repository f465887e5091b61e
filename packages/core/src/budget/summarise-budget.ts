import type { CivilDate } from "../civil-date/index.ts";
import { subtractMoney } from "../money/index.ts";
import { deadlineOf, type Obligation } from "../obligation/index.ts";
import type { BudgetFigures, BudgetReport, BudgetRow, BudgetYear, PlannedPayment } from "./budget-report.ts";
import { forecastNeeds } from "./forecast-needs.ts";
import { standingOf } from "./standing-of.ts";
import { sumFigures } from "./sum-figures.ts";

/**
 * Budget execution 预算执行 on a day, of all payments of a tenant. A payment belongs to the fiscal year that its terms name,
 * else to that of its due date. With a fiscal year, rows and totals are of that year alone; what is needed next stays whole.
 */
export function summariseBudget(
  payments: readonly PlannedPayment[],
  asOf: CivilDate,
  fiscalYear?: number,
): BudgetReport {
  const parts = payments.flatMap((payment) =>
    listParts(payment, asOf).filter((part) => fiscalYear === undefined || part.fiscalYear === fiscalYear),
  );
  const rows = listRows(parts);
  return {
    asOf,
    rows,
    years: listYears(rows),
    total: sumFigures(rows),
    needs: forecastNeeds(payments, asOf),
  };
}

/** What one payment adds to the row of a fiscal year. */
interface Part {
  readonly fiscalYear: number | null;
  readonly payment: PlannedPayment;
  readonly figures: Partial<BudgetFigures>;
}

function listParts(payment: PlannedPayment, asOf: CivilDate): Part[] {
  const { obligation } = payment;
  const dueOn = deadlineOf(obligation);
  const standing = standingOf(obligation);
  const isDue = dueOn !== undefined && dueOn <= asOf;
  const planned: Part = {
    fiscalYear: fiscalYearOf(obligation),
    payment,
    figures: {
      planned: standing.amount,
      ...(isDue ? { due: standing.rest } : { upcoming: standing.rest }),
      paid: subtractMoney(standing.paid, standing.refunded),
      deducted: standing.deducted,
      released: standing.released,
      overpaid: standing.overpaid,
    },
  };
  const moved = standing.movements.flatMap(({ kind, on, amount }): Part[] =>
    kind === "deducted"
      ? []
      : [
          {
            fiscalYear: yearOf(on),
            payment,
            figures: kind === "paid" ? { paidInYear: amount } : { refundedInYear: amount },
          },
        ],
  );
  return [planned, ...moved];
}

/** The budget's own year, else that of the payment's day, of its settling, or of when it may be made. */
function fiscalYearOf(obligation: Obligation): number | null {
  const { fiscalYear, fulfilment, opensOn } = obligation;
  const day = deadlineOf(obligation) ?? fulfilment?.on ?? opensOn;
  return fiscalYear ?? (day === undefined ? null : yearOf(day));
}

function listRows(parts: readonly Part[]): BudgetRow[] {
  const groups = groupBy(parts, ({ fiscalYear, payment }) => `${fiscalYear} ${payment.contractId}`);
  return groups
    .map(([{ fiscalYear, payment }, group]) => {
      const { contractId, contractNumber, contractName, vendorName } = payment;
      const figures = sumFigures(group.map((part) => part.figures));
      return { fiscalYear, contractId, contractNumber, contractName, vendorName, ...figures };
    })
    .toSorted(
      (a, b) =>
        compareYears(a.fiscalYear, b.fiscalYear) ||
        compareText(a.contractNumber, b.contractNumber) ||
        compareText(a.contractId, b.contractId),
    );
}

/** Rows come sorted by year, and years stay so. */
function listYears(rows: readonly BudgetRow[]): BudgetYear[] {
  return groupBy(rows, ({ fiscalYear }) => `${fiscalYear}`).map(([{ fiscalYear }, group]) => ({
    fiscalYear,
    ...sumFigures(group),
  }));
}

/** Groups in the order of their first members, each with that member. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): (readonly [T, readonly T[]])[] {
  const groups = new Map<string, readonly [T, T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item, [item]]);
    else group[1].push(item);
  }
  return [...groups.values()];
}

function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

/** What belongs to no year comes last. */
function compareYears(a: number | null, b: number | null): number {
  return a === b ? 0 : a === null ? 1 : b === null ? -1 : a - b;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
