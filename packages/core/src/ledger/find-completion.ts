import { compareEvents, type ContractEvent } from "../event/index.ts";
import { addMoney, compareMoney, type Money } from "../money/index.ts";
import type { LedgerLine } from "./ledger-line.ts";

/** The invoice with which those accepted for a payment came to its whole amount 等额发票. */
export function findCovering(line: LedgerLine, events: readonly ContractEvent[]): ContractEvent | undefined {
  if (compareMoney(line.invoiced, line.amount) < 0) return undefined;
  let sum: Money = "0.00";
  return events
    .filter(({ kind, of }) => kind === "invoiceReceived" && of === line.of)
    .toSorted(compareEvents)
    .find(({ amount }) => {
      sum = addMoney(sum, amount ?? line.amount);
      return compareMoney(sum, line.amount) >= 0;
    });
}

/** The payment or deduction after which nothing of a line was owed any more, where that is so. */
export function findSettling(line: LedgerLine, events: readonly ContractEvent[]): ContractEvent | undefined {
  if (line.rest !== "0.00" || line.released !== "0.00") return undefined;
  const last = line.movements.findLast(({ kind }) => kind !== "refunded");
  return events.find(({ id }) => id === last?.eventId);
}
