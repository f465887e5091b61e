import { toEpochMs } from "../civil-date/index.ts";
import type { Deduction } from "../deduction/index.ts";
import { type Money, subtractMoney, sumMoney } from "../money/index.ts";
import type { Payment } from "./payment.ts";
import { isLivePayment } from "./payment-standing.ts";

/** A deduction with what payments have set off of it, what those under way keep, and what waits for the next one. */
export interface DeductionStanding {
  readonly deduction: Deduction;
  readonly taken: readonly {
    readonly paymentId: string;
    readonly of: string;
    readonly state: "requested" | "approved" | "paid";
    readonly amount: Money;
  }[];
  readonly setOff: Money;
  readonly kept: Money;
  readonly open: Money;
}

/** How much of a deduction is where; nothing of one that is not approved is open. */
export function standingOfDeduction(deduction: Deduction, payments: readonly Payment[]): DeductionStanding {
  const taken = payments
    .filter(isLivePayment)
    .flatMap(({ id, of, state, setOffs }) =>
      setOffs
        .filter(({ deductionId }) => deductionId === deduction.id)
        .map(({ amount }) => ({ paymentId: id, of, state, amount })),
    );
  const sumOf = (paid: boolean) =>
    sumMoney(taken.filter(({ state }) => (state === "paid") === paid).map(({ amount }) => amount));
  const [setOff, kept] = [sumOf(true), sumOf(false)];
  const left = subtractMoney(subtractMoney(deduction.amount, setOff), kept);
  return { deduction, taken, setOff, kept, open: deduction.state === "approved" ? left : "0.00" };
}

/** Approved deductions of which something is open, in the order of decision. */
export function listOpenDeductions(
  deductions: readonly Deduction[],
  payments: readonly Payment[],
): DeductionStanding[] {
  return deductions
    .flatMap((deduction) => (deduction.state === "approved" ? [deduction] : []))
    .toSorted((a, b) => toEpochMs(a.decided.at) - toEpochMs(b.decided.at) || (a.id < b.id ? -1 : 1))
    .map((deduction) => standingOfDeduction(deduction, payments))
    .filter(({ open }) => open !== "0.00");
}
