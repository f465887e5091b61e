import { DomainError } from "@luyue/core/error";
import type { Invoice } from "@luyue/core/invoice";
import { addMoney, compareMoney, formatMoney } from "@luyue/core/money";
import type { ContractState } from "../contract/contract.ts";
import { assessContract } from "../payment/demand-payment.ts";
import { actOf, demandOther } from "../runtime/act.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { changeInvoice } from "./change-invoice.ts";
import { demandInvoice } from "./demand-invoice.ts";
import { invoiceInput } from "./invoice-schemas.ts";

/** An invoice has been found right 查验通过 by somebody who has not entered it: it opens the payment's gate. */
export const acceptInvoice = defineCommand({
  name: "invoice.accept",
  input: invoiceInput,
  permission: "invoice:check",
  async decide(context, input) {
    const { state, invoice } = await demandInvoice(context, input, "submitted");
    demandOther(invoice.submitted, context);
    demandStillFits(invoice, state, context);
    return changeInvoice(state, invoice, { ...invoice, state: "accepted", decided: actOf(context) }, context);
  },
});

/** The payment may have become less since the invoice was handed in, by an amendment. Throws `conflict`. */
function demandStillFits({ of, amount }: Invoice, state: ContractState, context: CommandContext): void {
  const line = assessContract(state, context).find((assessment) => assessment.line.of === of)?.line;
  if (line !== undefined && compareMoney(addMoney(line.invoiced, amount), line.amount) <= 0) return;
  const now = formatMoney(line?.amount ?? "0.00");
  throw new DomainError("conflict", {
    zh: `合同变更后本期金额为 ${now}，发票已超出，请退回`,
    en: `the payment has since become ${now}, which is less than its invoices: reject this one`,
  });
}
