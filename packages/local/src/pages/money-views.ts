import type { Money } from "@luyue/core/money";
import type { ObligationState } from "@luyue/core/obligation";
import type { Holder, Side } from "@luyue/core/party";
import type { Text } from "@luyue/core/text";

/** A payment of a contract as the API shows it, to the agency and to the vendor alike. */
interface LineView {
  readonly of: string;
  readonly title: Text;
  readonly clause: string | null;
  readonly state: ObligationState | null;
  readonly dueOn: string | null;
  readonly why: Text | null;
  readonly provisional: boolean;
  readonly statutory: {
    readonly dueOn: string | null;
    readonly why: Text;
    readonly waitingFor: readonly { readonly label: Text; readonly holder: Holder }[];
  } | null;
  readonly amountWhy: Text;
  readonly balance: BalanceView;
  readonly payableToday: boolean;
  readonly payable: Money;
  readonly setOffs: readonly {
    readonly deductionId: string;
    readonly title: string;
    readonly amount: Money;
  }[];
  readonly missing: readonly {
    readonly label: Text;
    readonly holder: Holder;
    readonly by: string | null;
  }[];
  readonly notBefore: string | null;
  readonly interest: { readonly days: number; readonly amount: Money; readonly why: Text };
}

export interface BalanceView {
  readonly amount: Money;
  readonly paid: Money;
  readonly refunded: Money;
  readonly deducted: Money;
  readonly released: Money;
  readonly rest: Money;
  readonly overpaid: Money;
  readonly invoiced: Money;
}

interface MovementView {
  /** To the agency alone: the payment's id, or one that begins with it. */
  readonly eventId?: string;
  readonly kind: "paid" | "refunded" | "deducted";
  readonly on: string;
  readonly amount: Money;
}

/** What `GET …/payments/{of}` adds: what has moved, and every request with the people who dealt with it. */
export interface LineDetail {
  readonly balance: { readonly movements: readonly MovementView[] };
  readonly payments: readonly RequestView[];
}

export interface RequestView {
  readonly id: string;
  readonly state: "requested" | "approved" | "rejected" | "withdrawn" | "paid";
  readonly amount: Money;
  readonly setOffs: LineView["setOffs"];
  readonly requested: { readonly name: string; readonly note: string | null };
  readonly approved: { readonly name: string } | null;
  readonly paid: { readonly on: string; readonly voucher: string } | null;
}

/** An invoice; the agency sees who has entered it. */
export interface InvoiceView {
  readonly id: string;
  readonly of: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly receivedOn: string;
  readonly amount: Money;
  readonly state: "submitted" | "accepted" | "rejected" | "withdrawn";
  readonly reason: string | null;
  readonly dueOn: string | null;
  readonly late: boolean;
  readonly submittedBy: Side;
  readonly submitter?: string;
}

export interface PaymentsView<L> {
  readonly items: readonly L[];
  readonly totals: Omit<BalanceView, "amount" | "invoiced"> & {
    readonly planned: Money;
    readonly refundOwed: Money;
  };
  readonly overrun: {
    readonly from: string;
    readonly through: string;
    readonly days: number;
    readonly amount: Money;
    readonly why: Text;
    readonly over: boolean;
  } | null;
  readonly deductions: readonly {
    readonly id: string;
    readonly title: string;
    readonly clause: string | null;
    readonly open: Money;
  }[];
}

export type AgencyLine = LineView & { readonly underWay: { readonly id: string } | null };
export type PartnerLine = LineView & {
  readonly invoice: { readonly dueOn: string | null } | null;
  readonly balance: LineDetail["balance"];
};

/** A payment as the page shows it. */
export interface MoneyLine extends LineView {
  readonly movements: readonly (MovementView & { readonly payment?: RequestView })[];
  readonly underWay: RequestView | undefined;
  readonly invoices: readonly InvoiceView[];
  readonly takesInvoice: boolean;
}

export type ContractMoney = PaymentsView<MoneyLine>;

/** A check as the API shows it. */
export interface CheckView {
  readonly check: string;
  readonly title: Text;
  readonly verdict: "passed" | "failed" | "warning" | "notEnoughInput";
  readonly figures: Text;
  readonly source: Text;
  readonly missing: readonly string[];
}
