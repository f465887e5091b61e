import { evidenceSchema } from "@luyue/core/event";
import { sideSchema } from "@luyue/core/party";
import type { ListedInvoice } from "@luyue/usecases/invoice";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";

const stateView = z.enum(["submitted", "accepted", "rejected", "withdrawn"]);
const amountView = z.string().meta({ description: "yuan, two decimals" });
const dueView = z
  .string()
  .nullable()
  .meta({ description: "civil date by which the payment's invoices have to be in; null without one" });
const lateView = z.boolean().meta({ description: "it came after that day" });

/** An invoice as both sides see it: the day that counts is `receivedOn`. */
export const invoiceView = nameSchema(
  "Invoice",
  z.object({
    id: z.string(),
    of: z.string().meta({ description: "the payment: a tranche by its key, `overrun` or `settlement`" }),
    title: textView.nullable(),
    number: z.string(),
    issuedOn: z.string(),
    receivedOn: z.string(),
    amount: amountView,
    state: stateView,
    reason: z.string().nullable().meta({ description: "why it was rejected or withdrawn" }),
    dueOn: dueView,
    late: lateView,
    submittedBy: sideSchema,
    submittedAt: z.string(),
    decidedAt: z.string().nullable(),
    evidence: listOf(evidenceSchema),
  }),
);

/** An invoice as the agency sees it: with the people who entered and checked it. */
export const agencyInvoiceView = nameSchema(
  "AgencyInvoice",
  invoiceView.extend({ submitter: z.string(), decider: z.string().nullable() }),
);

export const invoiceAnswer = z.object({
  id: z.string(),
  of: z.string(),
  number: z.string(),
  amount: amountView,
  state: stateView,
});

export const submittedAnswer = invoiceAnswer.extend({
  receivedOn: z.string(),
  missing: amountView.meta({ description: "yuan of the payment that no invoice covers yet" }),
  dueOn: dueView,
  late: lateView,
  consequence: z
    .enum(["noBlame", "mayHold", "moves"])
    .nullable()
    .meta({
      description:
        "what the contract says of a late invoice: the buyer's delay is no breach, the buyer may hold the payment, " +
        "or the payment's day moves; null where it says nothing",
    }),
});

export function viewInvoice({ invoice, title, dueOn, late }: ListedInvoice): z.infer<typeof invoiceView> {
  const { id, of, number, issuedOn, receivedOn, amount, state, submitted, evidence } = invoice;
  return {
    id,
    of,
    title: title ?? null,
    number,
    issuedOn,
    receivedOn,
    amount,
    state,
    reason: invoice.state === "rejected" || invoice.state === "withdrawn" ? invoice.decided.reason : null,
    dueOn: dueOn ?? null,
    late,
    submittedBy: submitted.side,
    submittedAt: submitted.at,
    decidedAt: invoice.state === "submitted" ? null : invoice.decided.at,
    evidence,
  };
}

export function viewAgencyInvoice(listed: ListedInvoice): z.infer<typeof agencyInvoiceView> {
  const { invoice } = listed;
  const decider = invoice.state === "submitted" ? null : invoice.decided.name;
  return { ...viewInvoice(listed), submitter: invoice.submitted.name, decider };
}
