import { toEpochMs } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import type { Invoice } from "@luyue/core/invoice";
import type { ContractMoney, Payment } from "@luyue/core/payment";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { changeInvoice } from "./change-invoice.ts";
import { demandInvoice } from "./demand-invoice.ts";
import { invoiceWithReason } from "./invoice-schemas.ts";

/** An invoice was accepted in error: it is rejected after all, and the payment's gate closes, while no payment rests on it. */
export const revokeInvoice = defineCommand({
  name: "invoice.revoke",
  input: invoiceWithReason,
  permission: "invoice:check",
  async decide(context, { reason, ...input }) {
    const { state, invoice } = await demandInvoice(context, input, "accepted");
    demandNoPayment(invoice, state.money);
    const decided = { ...actOf(context), reason };
    return changeInvoice(state, invoice, { ...invoice, state: "rejected", decided }, context, reason);
  },
});

function demandNoPayment(
  { of, decided }: Extract<Invoice, { state: "accepted" }>,
  money: ContractMoney,
): void {
  const since = toEpochMs(decided.at);
  const moved = money.payments.some(
    (payment) => payment.of === of && stepsOf(payment).some(({ at }) => toEpochMs(at) >= since),
  );
  if (!moved) return;
  throw new DomainError("conflict", {
    zh: "接受发票之后已申请、批准或支付本期款项，请先撤回或撤销该付款",
    en: "a payment has been requested, approved or made since: take it back first",
  });
}

/** What has been done for a payment that still stands. */
function stepsOf(payment: Payment) {
  switch (payment.state) {
    case "requested":
      return [payment.requested];
    case "approved":
      return [payment.requested, payment.approved];
    case "paid":
      return [payment.requested, payment.approved, payment.paid];
    case "rejected":
    case "withdrawn":
      return [];
  }
}
