import { stepKey } from "@luyue/core/reminder";
import {
  entryKeyOf,
  hasMessage,
  messageOf,
  type OutboxEntry,
  postedPayload,
  recipientKey,
} from "@luyue/usecases/reminder";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";

const attemptView = z.object({
  at: z.string(),
  outcome: z.string(),
  detail: z.string(),
  status: z.int().nullable().meta({ description: "a receiver's HTTP status" }),
  response: z.string().nullable().meta({ description: "the start of its answer" }),
  tookMs: z.int().nullable(),
});

/** A message: to whom, by which channel, about what, and what became of it. */
export const sentView = nameSchema(
  "SentMessage",
  z.object({
    id: z.string(),
    key: z.string().meta({ description: "with the contract, for sending it again" }),
    type: z
      .string()
      .meta({ description: "`reminder`, `notice.…`, `digest`, `letter.…`, `test`, or a webhook's command" }),
    contractId: z.string(),
    contractName: z.string().nullable(),
    title: textView.nullable().meta({ description: "what a reminder or notice is about" }),
    obligationKey: z.string().nullable(),
    step: z
      .string()
      .nullable()
      .meta({ description: "`lead-7`, `due-today`, `overdue-3`, `waiting-1`, `opening-3`, `pace-2`" }),
    dueOn: z
      .string()
      .nullable()
      .meta({ description: "the day that it speaks of: due, or of an `opening` the first" }),
    channel: z.enum(["email", "inApp", "webhook", "robot", "people"]),
    recipient: z.string(),
    recipientName: z.string().nullable(),
    state: z.enum(["pending", "bundled", "delivered", "failed", "withdrawn"]),
    waitsUntil: z.string().nullable().meta({ description: "when it goes out or is tried again" }),
    bundledIn: z.string().nullable().meta({ description: "the digest that it is a part of" }),
    parts: z.int().meta({ description: "how many messages a digest carries" }),
    createdAt: z.string(),
    attempts: listOf(attemptView),
  }),
);

export function viewSent(entry: OutboxEntry): z.infer<typeof sentView> {
  const message = hasMessage(entry) ? messageOf(entry) : undefined;
  const { id, type, contractId, reminder, to, state, createdAt, attempts } = entry;
  return {
    id,
    key: entryKeyOf(entry),
    type,
    contractId,
    contractName: message?.contract.name ?? null,
    title: message === undefined ? null : "event" in message ? message.title : message.obligation.title,
    obligationKey: reminder?.obligationKey ?? null,
    step: reminder === undefined ? null : stepKey(reminder.step),
    dueOn: reminder?.dueOn ?? null,
    channel: to.channel,
    recipient: "address" in to ? to.address : recipientKey(to),
    recipientName: "name" in to ? to.name : null,
    state,
    waitsUntil: entry.wakeAt ?? null,
    bundledIn: entry.bundledIn ?? null,
    parts: entry.parts?.length ?? 0,
    createdAt,
    attempts: attempts.map(({ status = null, response = null, tookMs = null, ...attempt }) => ({
      ...attempt,
      status,
      response,
      tookMs,
    })),
  };
}

/** A message to an endpoint with what was posted; the signature is of each attempt and kept nowhere. */
export const deliveryView = nameSchema(
  "Delivery",
  sentView.extend({
    request: z.object({
      headers: z.record(z.string(), z.string()),
      body: z.unknown(),
    }),
  }),
);

export function viewDelivery(entry: OutboxEntry): z.infer<typeof deliveryView> {
  const headers = { "webhook-id": entry.id, "content-type": "application/json; charset=utf-8" };
  return { ...viewSent(entry), request: { headers, body: postedPayload(entry) ?? null } };
}
