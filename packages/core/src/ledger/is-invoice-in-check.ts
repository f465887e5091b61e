import type { ContractEvent } from "../event/index.ts";
import { addMoney, compareMoney, sumMoney } from "../money/index.ts";
import type { LedgerLine } from "./ledger-line.ts";

/** Whether the vendor has handed in invoices for all of a payment, and some of them wait for the buyer's check 待核对. */
export function isInvoiceInCheck(line: LedgerLine, events: readonly ContractEvent[]): boolean {
  const submitted = events.filter(({ kind, of }) => kind === "invoiceSubmitted" && of === line.of);
  if (submitted.length === 0 || compareMoney(line.invoiced, line.amount) >= 0) return false;
  const handedIn = sumMoney(submitted.map(({ amount }) => amount ?? line.amount));
  return compareMoney(addMoney(line.invoiced, handedIn), line.amount) >= 0;
}
