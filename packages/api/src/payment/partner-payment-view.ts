import type { Instant } from "@luyue/core/civil-date";
import { addMoney } from "@luyue/core/money";
import type { DeductionStanding } from "@luyue/core/payment";
import type { ContractPayments, PaymentStanding } from "@luyue/usecases/query";
import * as z from "zod";
import { listOf, nameSchema } from "../document/describe.ts";
import { sumFields, viewSums } from "./contract-payments-view.ts";
import { conditionFields, viewConditions } from "./detail-view.ts";
import { amountView, balanceFields, lineFields, viewLine } from "./line-view.ts";

/** What could be asked for next would tell which requests are under way. */
const { payable: _payable, setOffs: _setOffs, ...partnerFields } = lineFields;

/**
 * A contract's money as the vendor sees it: what has moved and what holds the rest. Requests, notes and people are the
 * agency's own, and a deduction is nobody else's matter until it has been approved.
 */
export const partnerPaymentsView = nameSchema(
  "PartnerPayments",
  z.object({
    contractId: z.string(),
    asOf: z.string(),
    items: listOf(
      z.object({
        ...partnerFields,
        ...conditionFields,
        balance: z.object({
          ...balanceFields,
          movements: listOf(
            z.object({
              kind: z.enum(["paid", "refunded", "deducted"]),
              on: z.string(),
              amount: amountView,
            }),
          ),
        }),
      }),
    ),
    ...sumFields,
    deductions: listOf(
      z.object({
        id: z.string(),
        title: z.string(),
        reason: z.string(),
        clause: z.string().nullable(),
        amount: amountView,
        setOff: amountView.meta({ description: "by payments that have been made" }),
        open: amountView.meta({ description: "for the next payment" }),
      }),
    ),
  }),
);

export function viewPartnerPayments(
  contractId: string,
  payments: ContractPayments,
  now: Instant,
): z.infer<typeof partnerPaymentsView> {
  const { asOf, standings, deductions } = payments;
  return {
    contractId,
    asOf,
    items: standings.map((standing) => viewPartnerLine(standing, payments, now)),
    ...viewSums(payments),
    deductions: deductions.flatMap(viewPartnerDeduction),
  };
}

function viewPartnerLine(standing: PaymentStanding, payments: ContractPayments, now: Instant) {
  const { balance, payable: _asked, setOffs: _kept, ...line } = viewLine(standing, payments, now);
  const movements = standing.line.movements.map(({ kind, on, amount }) => ({ kind, on, amount }));
  return { ...line, ...viewConditions(standing.assessment), balance: { ...balance, movements } };
}

/** What a request that nobody has paid yet keeps of a deduction is still open to the vendor. */
function viewPartnerDeduction({ deduction, setOff, kept, open }: DeductionStanding) {
  if (deduction.state !== "approved") return [];
  const { id, title, reason, amount } = deduction;
  return [
    { id, title, reason, clause: deduction.clause ?? null, amount, setOff, open: addMoney(kept, open) },
  ];
}
