import type { Instant } from "@luyue/core/civil-date";
import type { GateStatus, PaymentAssessment } from "@luyue/core/obligation";
import { holderSchema } from "@luyue/core/party";
import type { ContractPayments, PaymentStanding } from "@luyue/usecases/query";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";
import { amountView, balanceFields, dateView, lineFields, viewLine } from "./line-view.ts";
import { requestView, viewRequest } from "./request-view.ts";

const gateView = z.object({
  gate: z.enum([
    "effective",
    "fundsAppropriated",
    "invoiceReceived",
    "acceptancePassed",
    "deliverablesAccepted",
    "bondInForce",
    "satisfied",
    "monthsServed",
  ]),
  of: z.string().nullable(),
  label: textView,
  open: z.boolean(),
  openedOn: dateView,
  by: dateView.meta({ description: "until when it has to open" }),
  holders: listOf(holderSchema).meta({ description: "who has to act; empty once it is open" }),
});

const invoiceView = z.object({
  dueOn: dateView,
  receivedOn: dateView.meta({ description: "the day on which all of it was in" }),
  late: z.boolean(),
  consequence: z
    .enum(["noBlame", "mayHold", "moves"])
    .nullable()
    .meta({ description: "what the contract says of a late one" }),
});

/** What a line says beside its figures: its gates, and the invoice that it needs. */
export const conditionFields = {
  gates: listOf(gateView),
  invoice: invoiceView.nullable().meta({ description: "null: the payment needs none" }),
};

/** The answer to a finance officer: can this be paid today, and if not, what is missing. */
export const paymentDetailView = nameSchema(
  "Payment",
  z.object({
    contractId: z.string(),
    asOf: z.string(),
    ...lineFields,
    ...conditionFields,
    balance: z.object({
      ...balanceFields,
      movements: listOf(
        z.object({
          kind: z.enum(["paid", "refunded", "deducted"]),
          eventId: z.string(),
          on: z.string(),
          amount: amountView,
        }),
      ),
    }),
    payments: listOf(requestView).meta({ description: "every request of it, the first one first" }),
  }),
);

export function viewPaymentDetail(
  contractId: string,
  standing: PaymentStanding,
  { asOf, calendar }: Pick<ContractPayments, "asOf" | "calendar">,
  now: Instant,
): z.infer<typeof paymentDetailView> {
  const { balance, ...line } = viewLine(standing, { calendar }, now);
  return {
    contractId,
    asOf,
    ...line,
    ...viewConditions(standing.assessment),
    balance: { ...balance, movements: standing.line.movements },
    payments: standing.payments.map(viewRequest),
  };
}

export function viewConditions(assessment: PaymentAssessment | undefined) {
  const invoice = assessment?.invoice;
  return {
    gates: (assessment?.gates ?? []).map(viewGate),
    invoice:
      invoice === undefined
        ? null
        : {
            dueOn: invoice.dueOn ?? null,
            receivedOn: invoice.receivedOn ?? null,
            late: invoice.late,
            consequence: invoice.consequence ?? null,
          },
  };
}

function viewGate({ gate, of, label, open, openedOn, by, waitingFor }: GateStatus): z.infer<typeof gateView> {
  const holders = [...new Set(waitingFor.map(({ holder }) => holder))];
  return { gate, of: of ?? null, label, open, openedOn: openedOn ?? null, by: by ?? null, holders };
}
