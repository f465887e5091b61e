import type { Instant } from "@luyue/core/civil-date";
import type { ContractPayments } from "@luyue/usecases/query";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";
import { amountView, lineFields, viewLine } from "./line-view.ts";

/** Sums over all lines, and service beyond the term. */
export const sumFields = {
  totals: z.object({
    planned: amountView,
    paid: amountView,
    refunded: amountView,
    deducted: amountView,
    released: amountView,
    rest: amountView,
    overpaid: amountView,
    refundOwed: amountView.meta({ description: "what the vendor owes back after an early end" }),
  }),
  overrun: z
    .object({
      from: z.string(),
      through: z.string(),
      days: z.int(),
      termDays: z.int(),
      amount: amountView,
      why: textView,
      over: z.boolean(),
    })
    .nullable()
    .meta({ description: "service beyond the term; it is a payment once it is over" }),
};

/** The money of a contract at a glance. */
export const contractPaymentsView = nameSchema(
  "ContractPayments",
  z.object({
    contractId: z.string(),
    asOf: z.string(),
    items: listOf(
      z.object({
        ...lineFields,
        underWay: z
          .object({ id: z.string(), state: z.enum(["requested", "approved"]), amount: amountView })
          .nullable()
          .meta({ description: "the request that is being dealt with" }),
      }),
    ),
    ...sumFields,
    deductions: listOf(
      z.object({ id: z.string(), title: z.string(), clause: z.string().nullable(), open: amountView }),
    ).meta({ description: "approved ones that no payment has taken yet" }),
  }),
);

export function viewContractPayments(
  contractId: string,
  payments: ContractPayments,
  now: Instant,
): z.infer<typeof contractPaymentsView> {
  const { asOf, standings, deductions } = payments;
  return {
    contractId,
    asOf,
    items: standings.map((standing) => ({
      ...viewLine(standing, payments, now),
      underWay: viewUnderWay(standing.payments),
    })),
    ...viewSums(payments),
    deductions: deductions
      .filter(({ open }) => open !== "0.00")
      .map(({ deduction: { id, title, clause }, open }) => ({ id, title, clause: clause ?? null, open })),
  };
}

export function viewSums({ totals, overrun }: ContractPayments) {
  return { totals, overrun: overrun ?? null };
}

function viewUnderWay(payments: ContractPayments["standings"][number]["payments"]) {
  for (const { id, state, amount } of payments) {
    if (state === "requested" || state === "approved") return { id, state, amount };
  }
  return null;
}
