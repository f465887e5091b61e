import type { ContractEvent } from "../event/index.ts";
import { type Invoice, isLiveInvoice } from "../invoice/index.ts";
import type { Payment } from "./payment.ts";

/**
 * What invoices and payments mean for a contract's dates and balances, as events: an invoice that waits for its check, one
 * that was accepted, what was paid, set off and refunded. Ids follow from those of the invoice or payment.
 */
export function listMoneyEvents(invoices: readonly Invoice[], payments: readonly Payment[]): ContractEvent[] {
  return [...invoices.flatMap(eventOfInvoice), ...payments.flatMap(eventsOfPayment)];
}

function eventOfInvoice(invoice: Invoice): ContractEvent[] {
  if (!isLiveInvoice(invoice)) return [];
  const { id, of, state, receivedOn, amount } = invoice;
  const kind = state === "submitted" ? "invoiceSubmitted" : "invoiceReceived";
  return [{ id, kind, of, on: receivedOn, amount }];
}

function eventsOfPayment(payment: Payment): ContractEvent[] {
  if (payment.state !== "paid") return [];
  const { id, of, amount, setOffs, paid, refunds } = payment;
  const { on } = paid;
  return [
    ...setOffs.map(
      (setOff): ContractEvent => ({
        id: `${id}_${setOff.deductionId}`,
        kind: "deducted",
        of,
        on,
        amount: setOff.amount,
      }),
    ),
    { id, kind: "paid", of, on, amount },
    ...refunds.map(
      (refund): ContractEvent => ({
        id: refund.id,
        kind: "refunded",
        of,
        on: refund.on,
        amount: refund.amount,
      }),
    ),
  ];
}
