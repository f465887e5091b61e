import { renderExplanation } from "@luyue/core/date-rule";
import { type PaymentAssessment, obligationStateSchema, stateOf } from "@luyue/core/obligation";
import { holderSchema } from "@luyue/core/party";
import type { Instant } from "@luyue/core/civil-date";
import type { ContractPayments, PaymentStanding } from "@luyue/usecases/query";
import * as z from "zod";
import { listOf, textView } from "../document/describe.ts";
import { interestView, viewInterest } from "./interest-view.ts";

export const amountView = z.string().meta({ description: "yuan, two decimals" });
export const dateView = z.string().nullable().meta({ description: "civil date in Asia/Shanghai" });
export const setOffView = z.object({ deductionId: z.string(), title: z.string(), amount: amountView });

export const balanceFields = {
  amount: amountView,
  paid: amountView,
  refunded: amountView,
  deducted: amountView,
  released: amountView.meta({ description: "no longer owed because the contract ended early" }),
  rest: amountView,
  overpaid: amountView.meta({ description: "what an amendment took away after it had been paid" }),
  invoiced: amountView.meta({ description: "accepted invoices" }),
};

const missingView = z.object({
  label: textView,
  holder: holderSchema,
  by: dateView.meta({ description: "until when, so that the payment's date holds" }),
});

/** A payment of the contract: when it is due, whether it can be paid today, and where its balance stands. */
export const lineFields = {
  of: z.string().meta({ description: "the tranche's key, `overrun` or `settlement`" }),
  title: textView,
  clause: z.string().nullable(),
  fiscalYear: z.int().nullable(),
  state: obligationStateSchema.nullable().meta({ description: "null: released by an early end" }),
  windowOpensOn: dateView,
  dueOn: dateView,
  why: textView.nullable().meta({ description: "how the contract's date came about" }),
  provisional: z.boolean().meta({ description: "rests on a year whose holidays are not published yet" }),
  statutory: z
    .object({
      dueOn: dateView,
      why: textView,
      waitingFor: listOf(z.object({ label: textView, holder: holderSchema })),
    })
    .nullable()
    .meta({ description: "the latest day by law, for a small or medium enterprise" }),
  amountWhy: textView,
  balance: z.object(balanceFields),
  payableToday: z
    .boolean()
    .meta({ description: "something is owed, nothing is missing, the window is open" }),
  payable: amountView.meta({ description: "the most that could go to the vendor, were it asked for next" }),
  setOffs: listOf(setOffView).meta({ description: "deductions that would be set off with that" }),
  missing: listOf(missingView),
  notBefore: dateView.meta({ description: "the first day of the agreed window, while it has not come" }),
  interest: interestView,
};

export function viewLine(
  { line, plan, assessment }: PaymentStanding,
  { calendar }: Pick<ContractPayments, "calendar">,
  now: Instant,
) {
  return {
    of: line.of,
    title: line.title,
    ...viewDates(assessment, calendar, now),
    amountWhy: line.amountWhy,
    balance: viewBalance(line),
    payableToday: assessment?.payableToday ?? false,
    payable: plan.payable,
    setOffs: plan.setOffs,
    missing: (assessment?.missing ?? []).map(({ label, holder, by }) => ({ label, holder, by: by ?? null })),
    notBefore: assessment?.notBefore ?? null,
    interest: viewInterest(assessment?.interest),
  };
}

function viewBalance(line: PaymentStanding["line"]) {
  const { amount, paid, refunded, deducted, released, rest, overpaid, invoiced } = line;
  return { amount, paid, refunded, deducted, released, rest, overpaid, invoiced };
}

/** Of a payment that has been released no date is left. */
function viewDates(
  assessment: PaymentAssessment | undefined,
  calendar: ContractPayments["calendar"],
  now: Instant,
) {
  const obligation = assessment?.obligation;
  if (obligation === undefined) {
    const none = { clause: null, fiscalYear: null, state: null, windowOpensOn: null, dueOn: null, why: null };
    return { ...none, provisional: false, statutory: null };
  }
  const { explanation, statutory, clause } = obligation;
  return {
    clause: clause ?? null,
    fiscalYear: obligation.fiscalYear ?? null,
    state: stateOf(obligation, now),
    windowOpensOn: obligation.opensOn ?? null,
    dueOn: obligation.dueOn ?? null,
    why: renderExplanation(explanation, calendar),
    provisional: explanation.provisionalYears.length > 0,
    statutory:
      statutory === undefined
        ? null
        : {
            dueOn: statutory.dueOn ?? null,
            why: renderExplanation(statutory.explanation, calendar),
            waitingFor: statutory.waitingFor.map(({ label, holder }) => ({ label, holder })),
          },
  };
}
