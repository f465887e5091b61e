import type { CivilDate } from "../civil-date/index.ts";
import type { Money } from "../money/index.ts";
import type { Text } from "../text/index.ts";

/** Money that has moved, or a deduction that was set off 抵扣: on a day, by the event of that id. */
export interface Movement {
  readonly kind: "paid" | "refunded" | "deducted";
  readonly eventId: string;
  readonly on: CivilDate;
  readonly amount: Money;
}

/**
 * Where one payment of a contract stands, in yuan. Always
 * `amount + overpaid = paid − refunded + deducted + released + rest`: what was agreed is paid, set off, given up because
 * the contract ended early, or still owed. `overpaid` is what an amendment took away after it had been paid.
 */
export interface Balance {
  readonly amount: Money;
  readonly paid: Money;
  readonly refunded: Money;
  readonly deducted: Money;
  readonly released: Money;
  readonly rest: Money;
  readonly overpaid: Money;
  /** Sum of the invoices that were accepted. */
  readonly invoiced: Money;
  readonly movements: readonly Movement[];
}

/** A payment of the contract with its balance: a tranche by its key, the `overrun` or the `settlement`. */
export interface LedgerLine extends Balance {
  readonly of: string;
  readonly title: Text;
  readonly amountWhy: Text;
}
