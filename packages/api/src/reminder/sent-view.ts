import { stepKey } from "@luyue/core/reminder";
import type { OutboxEntry } from "@luyue/usecases/reminder";
import * as z from "zod";
import { listOf, nameSchema } from "../document/describe.ts";

/** A message: to whom, by which channel, about what, and what became of it. */
export const sentView = nameSchema(
  "SentMessage",
  z.object({
    id: z.string(),
    type: z.string().meta({ description: "`reminder`, or the command that a webhook is told of" }),
    contractId: z.string(),
    obligationKey: z.string().nullable(),
    step: z
      .string()
      .nullable()
      .meta({ description: "`lead-7`, `due-today`, `overdue-3`, `waiting-1`, `opening-3`, `pace-2`" }),
    dueOn: z
      .string()
      .nullable()
      .meta({ description: "the day that it speaks of: due, or of an `opening` the first" }),
    channel: z.enum(["email", "webhook"]),
    recipient: z.string(),
    recipientName: z.string().nullable(),
    state: z.enum(["pending", "delivered", "failed", "withdrawn"]),
    createdAt: z.string(),
    attempts: listOf(z.object({ at: z.string(), outcome: z.string(), detail: z.string() })),
  }),
);

export function viewSent(entry: OutboxEntry): z.infer<typeof sentView> {
  const { id, type, contractId, reminder, to, state, createdAt, attempts } = entry;
  return {
    id,
    type,
    contractId,
    obligationKey: reminder?.obligationKey ?? null,
    step: reminder === undefined ? null : stepKey(reminder.step),
    dueOn: reminder?.dueOn ?? null,
    channel: to.channel,
    recipient: to.channel === "email" ? to.address : to.endpointId,
    recipientName: to.channel === "email" ? to.name : null,
    state,
    createdAt,
    attempts,
  };
}
