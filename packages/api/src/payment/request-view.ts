import { evidenceSchema } from "@luyue/core/event";
import type { Payment } from "@luyue/core/payment";
import type { Act } from "@luyue/core/party";
import * as z from "zod";
import { listOf, nameSchema } from "../document/describe.ts";
import { amountView, setOffView } from "./line-view.ts";

/** Who did it, and when. */
export const actView = z.object({ actorId: z.string(), name: z.string(), at: z.string() });

export const paymentStateSchema = z.enum(["requested", "approved", "rejected", "withdrawn", "paid"]);

/** A request for a payment, through approval and payment to what came back of it. */
export const requestView = nameSchema(
  "PaymentRequest",
  z.object({
    id: z.string(),
    state: paymentStateSchema,
    amount: amountView.meta({ description: "what goes to the vendor" }),
    setOffs: listOf(setOffView),
    requested: actView.extend({ note: z.string().nullable() }),
    approved: actView.nullable(),
    decided: actView
      .extend({ reason: z.string() })
      .nullable()
      .meta({ description: "who rejected or withdrew it" }),
    paid: actView
      .extend({ on: z.string(), voucher: z.string(), evidence: z.array(evidenceSchema).readonly() })
      .nullable(),
    refunds: listOf(
      actView.extend({
        id: z.string(),
        on: z.string(),
        amount: amountView,
        reason: z.string(),
        voucher: z.string().nullable(),
      }),
    ),
  }),
);

export function viewRequest(payment: Payment): z.infer<typeof requestView> {
  const { id, state, amount, setOffs, requested } = payment;
  const asked = { ...viewAct(requested), note: requested.note ?? null };
  return { id, state, amount, setOffs, requested: asked, ...viewCourse(payment) };
}

/** What became of a request. */
function viewCourse(payment: Payment) {
  const none = { approved: null, decided: null, paid: null, refunds: [] };
  switch (payment.state) {
    case "requested":
      return none;
    case "approved":
      return { ...none, approved: viewAct(payment.approved) };
    case "rejected":
    case "withdrawn":
      return { ...none, decided: { ...viewAct(payment.decided), reason: payment.decided.reason } };
    case "paid": {
      const { approved, paid, refunds } = payment;
      const { on, voucher, evidence } = paid;
      return {
        approved: viewAct(approved),
        decided: null,
        paid: { ...viewAct(paid), on, voucher, evidence },
        refunds: refunds.map((refund) => ({ ...refund, voucher: refund.voucher ?? null })),
      };
    }
  }
}

export function viewAct({ actorId, name, at }: Act): Act {
  return { actorId, name, at };
}
