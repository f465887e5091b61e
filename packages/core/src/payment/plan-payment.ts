import type { Deduction } from "../deduction/index.ts";
import type { LedgerLine } from "../ledger/index.ts";
import { compareMoney, type Money, subtractMoney } from "../money/index.ts";
import { listOpenDeductions } from "./deduction-standing.ts";
import type { Payment, SetOff } from "./payment.ts";

/** What a payment of a line may come to: deductions to be set off first, and the most that may be paid beside them. */
export interface PaymentPlan {
  readonly rest: Money;
  readonly setOffs: readonly SetOff[];
  readonly payable: Money;
}

/**
 * Approved deductions that no payment has taken yet are set off first, the earliest decision first, as far as the line
 * goes; what is left of them waits for the next payment.
 */
export function planPayment(
  line: Pick<LedgerLine, "rest">,
  deductions: readonly Deduction[],
  payments: readonly Payment[],
): PaymentPlan {
  let left = line.rest;
  const setOffs: SetOff[] = [];
  for (const { deduction, open } of listOpenDeductions(deductions, payments)) {
    const amount = compareMoney(open, left) > 0 ? left : open;
    if (amount === "0.00") continue;
    setOffs.push({ deductionId: deduction.id, title: deduction.title, amount });
    left = subtractMoney(left, amount);
  }
  return { rest: line.rest, setOffs, payable: left };
}
