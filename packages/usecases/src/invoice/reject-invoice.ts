import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { changeInvoice } from "./change-invoice.ts";
import { demandInvoice } from "./demand-invoice.ts";
import { invoiceWithReason } from "./invoice-schemas.ts";

/** An invoice is sent back 退回 with the reason; a corrected one may come under the same number. */
export const rejectInvoice = defineCommand({
  name: "invoice.reject",
  input: invoiceWithReason,
  permission: "invoice:check",
  async decide(context, { reason, ...input }) {
    const { state, invoice } = await demandInvoice(context, input, "submitted");
    const decided = { ...actOf(context), reason };
    return changeInvoice(state, invoice, { ...invoice, state: "rejected", decided }, context, reason);
  },
});
