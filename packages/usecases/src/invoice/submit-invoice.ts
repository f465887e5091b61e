import { civilDateOf, civilDateSchema } from "@luyue/core/civil-date";
import { evidenceListSchema, subjectSchema } from "@luyue/core/event";
import { DomainError } from "@luyue/core/error";
import { type Invoice, uncoveredOf } from "@luyue/core/invoice";
import { type Money, moneySchema, subtractMoney } from "@luyue/core/money";
import type { PaymentAssessment } from "@luyue/core/obligation";
import * as z from "zod";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { demandAssessment } from "../payment/demand-payment.ts";
import { demandEvidence } from "../file/index.ts";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { findInvoiceFaults } from "./find-invoice-faults.ts";
import { invoiceNumberSchema } from "./invoice-schemas.ts";

/**
 * Hands in an invoice 提交发票 for a payment: the vendor's people for today, the agency's own from paper for the day on which
 * it came (`receivedOn`). Several may cover one payment, together never more than it (等额发票); no number is taken twice in
 * a tenant.
 */
export const submitInvoice = defineCommand({
  name: "invoice.submit",
  input: z.strictObject({
    contractId: contractIdSchema,
    of: subjectSchema,
    number: invoiceNumberSchema,
    issuedOn: civilDateSchema,
    amount: moneySchema,
    receivedOn: civilDateSchema.optional(),
    evidence: evidenceListSchema.optional(),
  }),
  permission: "invoice:submit",
  async decide(context, { contractId, evidence = [], ...facts }) {
    const { actor, runtime } = context;
    const state = await demandRunningContract(context, contractId);
    const assessment = demandAssessment(facts.of, state, context);
    const uncovered = uncoveredOf(assessment.line, state.money.invoices);
    const faults = await findInvoiceFaults(facts, uncovered, state, context);
    if (faults.length > 0) {
      throw new DomainError("invalid", { zh: "发票有误", en: "the invoice is not valid" }, faults);
    }
    await demandEvidence(evidence, context);
    const side = actor.kind === "partner" ? "vendor" : "buyer";
    const invoice: Invoice = {
      ...facts,
      id: runtime.newId("inv"),
      receivedOn: facts.receivedOn ?? civilDateOf(runtime.now()),
      evidence,
      submitted: { ...actOf(context), side },
      state: "submitted",
    };
    const { id, number } = invoice;
    return decideEntry(state, { kind: "invoice", id, invoice }, context, {
      answer: answerOf(invoice, assessment, subtractMoney(uncovered, facts.amount)),
      subject: id,
      changes: [{ change: "createInvoiceNumber", use: { number, contractId, invoiceId: id } }],
      after: { invoice },
    });
  },
});

/** What has been handed in, what of the payment is still to be invoiced, and what the contract says where it came late. */
function answerOf(
  { id, of, number, amount, receivedOn, state }: Invoice,
  { invoice }: PaymentAssessment,
  missing: Money,
) {
  const dueOn = invoice?.dueOn ?? null;
  const late = dueOn !== null && receivedOn > dueOn;
  const consequence = invoice?.consequence ?? null;
  return { id, of, number, amount, receivedOn, state, missing, dueOn, late, consequence };
}
