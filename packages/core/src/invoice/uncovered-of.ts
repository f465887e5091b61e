import type { LedgerLine } from "../ledger/index.ts";
import { addMoney, compareMoney, type Money, subtractMoney, sumMoney } from "../money/index.ts";
import type { Invoice } from "./invoice.ts";

/** What of a payment no invoice covers yet: its amount less those accepted, and less those that wait for their check. */
export function uncoveredOf(
  { of, amount, invoiced }: Pick<LedgerLine, "of" | "amount" | "invoiced">,
  invoices: readonly Pick<Invoice, "of" | "state" | "amount">[],
): Money {
  const waiting = invoices.filter((invoice) => invoice.of === of && invoice.state === "submitted");
  const covered = addMoney(invoiced, sumMoney(waiting.map((invoice) => invoice.amount)));
  return compareMoney(amount, covered) > 0 ? subtractMoney(amount, covered) : "0.00";
}
