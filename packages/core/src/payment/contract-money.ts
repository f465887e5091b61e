import type { PayeeAccount } from "../account/index.ts";
import type { Deduction } from "../deduction/index.ts";
import type { Invoice } from "../invoice/index.ts";
import type { Payment } from "./payment.ts";

/** One thing of a contract's money, as it is stored. */
export type MoneyEntry =
  | { readonly kind: "invoice"; readonly id: string; readonly invoice: Invoice }
  | { readonly kind: "payment"; readonly id: string; readonly payment: Payment }
  | { readonly kind: "deduction"; readonly id: string; readonly deduction: Deduction }
  | { readonly kind: "account"; readonly id: "account"; readonly account: PayeeAccount };

/** The money of a contract: what came in and went out, in the order of their ids, which sort by time. */
export interface ContractMoney {
  readonly invoices: readonly Invoice[];
  readonly payments: readonly Payment[];
  readonly deductions: readonly Deduction[];
  readonly account?: PayeeAccount;
}

/** Whether an entry of a contract is of its money. */
export function isMoneyEntry<E extends { readonly kind: string }>(entry: E): entry is Extract<E, MoneyEntry> {
  return ["invoice", "payment", "deduction", "account"].includes(entry.kind);
}

export function groupMoney(entries: readonly MoneyEntry[]): ContractMoney {
  const account = entries.find((entry) => entry.kind === "account")?.account;
  return {
    invoices: entries.flatMap((entry) => (entry.kind === "invoice" ? [entry.invoice] : [])),
    payments: entries.flatMap((entry) => (entry.kind === "payment" ? [entry.payment] : [])),
    deductions: entries.flatMap((entry) => (entry.kind === "deduction" ? [entry.deduction] : [])),
    ...(account === undefined ? {} : { account }),
  };
}
