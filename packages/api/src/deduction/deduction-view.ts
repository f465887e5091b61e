import type { Deduction } from "@luyue/core/deduction";
import { evidenceSchema } from "@luyue/core/event";
import type { DeductionStanding } from "@luyue/core/payment";
import * as z from "zod";
import { listOf, nameSchema } from "../document/describe.ts";
import { actView, viewAct } from "../payment/index.ts";

export const amountView = z.string().meta({ description: "yuan, two decimals" });
export const deductionStateSchema = z.enum(["proposed", "approved", "rejected", "withdrawn"]);

/** A deduction, who decided it, and which payments have set how much of it off. */
export const deductionView = nameSchema(
  "Deduction",
  z.object({
    id: z.string(),
    state: deductionStateSchema,
    title: z.string(),
    reason: z.string(),
    clause: z.string().nullable(),
    evidence: z.array(evidenceSchema).readonly(),
    amount: amountView,
    setOff: amountView.meta({ description: "by payments that have been made" }),
    kept: amountView.meta({ description: "by payments that are under way" }),
    open: amountView.meta({ description: "for the next payment" }),
    taken: listOf(
      z.object({
        paymentId: z.string(),
        of: z.string(),
        state: z.enum(["requested", "approved", "paid"]),
        amount: amountView,
      }),
    ),
    proposed: actView,
    decided: actView.extend({ reason: z.string().nullable() }).nullable(),
  }),
);

export function viewDeduction({
  deduction,
  taken,
  setOff,
  kept,
  open,
}: DeductionStanding): z.infer<typeof deductionView> {
  const { id, state, title, reason, evidence, amount, proposed } = deduction;
  return {
    id,
    state,
    title,
    reason,
    clause: deduction.clause ?? null,
    evidence,
    amount,
    setOff,
    kept,
    open,
    taken,
    proposed: viewAct(proposed),
    decided: viewDecision(deduction),
  };
}

function viewDecision(deduction: Deduction) {
  if (deduction.state === "proposed") return null;
  const reason = deduction.state === "approved" ? null : deduction.decided.reason;
  return { ...viewAct(deduction.decided), reason };
}
