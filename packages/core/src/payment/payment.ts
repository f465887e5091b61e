import type { CivilDate } from "../civil-date/index.ts";
import type { Evidence } from "../event/index.ts";
import type { Money } from "../money/index.ts";
import type { Act } from "../party/index.ts";

/** How much of a deduction a payment sets off 抵扣. */
export interface SetOff {
  readonly deductionId: string;
  readonly title: string;
  readonly amount: Money;
}

/** What came back of a payment 退款. */
export interface Refund extends Act {
  readonly id: string;
  readonly on: CivilDate;
  readonly amount: Money;
  readonly reason: string;
  readonly voucher?: string;
}

/**
 * A payment 付款 of a line of the contract (`of`): asked for, approved by somebody else, paid with its voucher. `amount` is
 * what goes to the vendor's account; `setOffs` are the deductions that it settles beside that.
 */
interface PaymentFacts {
  readonly id: string;
  readonly of: string;
  readonly amount: Money;
  readonly setOffs: readonly SetOff[];
  readonly requested: Act & { readonly note?: string };
}

interface Paid extends Act {
  readonly on: CivilDate;
  readonly voucher: string;
  readonly evidence: readonly Evidence[];
}

export type Payment = PaymentFacts &
  (
    | { readonly state: "requested" }
    | { readonly state: "approved"; readonly approved: Act }
    | { readonly state: "rejected" | "withdrawn"; readonly decided: Act & { readonly reason: string } }
    | {
        readonly state: "paid";
        readonly approved: Act;
        readonly paid: Paid;
        readonly refunds: readonly Refund[];
      }
  );
