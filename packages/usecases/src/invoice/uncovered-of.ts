import type { LedgerLine } from "@luyue/core/ledger";
import { addMoney, compareMoney, type Money, subtractMoney, sumMoney } from "@luyue/core/money";
import type { ContractMoney } from "@luyue/core/payment";

/** What of a payment no invoice covers yet: its amount less those accepted, and less those that wait for their check. */
export function uncoveredOf({ of, amount, invoiced }: LedgerLine, { invoices }: ContractMoney): Money {
  const waiting = invoices.filter((invoice) => invoice.of === of && invoice.state === "submitted");
  const covered = addMoney(invoiced, sumMoney(waiting.map((invoice) => invoice.amount)));
  return compareMoney(amount, covered) > 0 ? subtractMoney(amount, covered) : "0.00";
}
