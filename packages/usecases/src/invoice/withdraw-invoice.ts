import { DomainError } from "@luyue/core/error";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { changeInvoice } from "./change-invoice.ts";
import { demandInvoice } from "./demand-invoice.ts";
import { invoiceWithReason } from "./invoice-schemas.ts";

/** Takes back an invoice 撤回 before it has been checked. A vendor takes back what its own people handed in. */
export const withdrawInvoice = defineCommand({
  name: "invoice.withdraw",
  input: invoiceWithReason,
  permission: "invoice:submit",
  async decide(context, { reason, ...input }) {
    const { state, invoice } = await demandInvoice(context, input, "submitted");
    if (context.actor.kind === "partner" && invoice.submitted.side !== "vendor") {
      throw new DomainError("forbidden", {
        zh: "该发票由采购单位登记，请联系采购单位撤回",
        en: "the agency has entered this invoice: ask the agency to take it back",
      });
    }
    const decided = { ...actOf(context), reason };
    return changeInvoice(state, invoice, { ...invoice, state: "withdrawn", decided }, context, reason);
  },
});
