import { createRoute } from "@hono/zod-openapi";
import { eventIdSchema } from "@luyue/core/event";
import { correctEvent, previewEventInput, recordEvent, withdrawEvent } from "@luyue/usecases/event";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { contractParams, derivationView, effectView } from "../contract/index.ts";
import { jsonAnswer, jsonBody, listOf, secured } from "../document/describe.ts";

const about = { tags: ["event"] };
const eventParams = contractParams.extend({ eventId: eventIdSchema });

/** A change of a contract's events, and what it did to the obligations. */
export const eventAnswer = z.object({
  contractId: z.string(),
  eventId: z.string(),
  obligations: derivationView,
});

export const recordRoute = createRoute({
  ...about,
  ...secured("event:record"),
  method: "post",
  path: "/v1/contracts/{contractId}/events",
  operationId: "recordEvent",
  summary: "Something has happened: dates follow from it",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(recordEvent.input.omit({ contractId: true })),
  },
  responses: { 201: jsonAnswer("The event", eventAnswer) },
});

export const correctRoute = createRoute({
  ...about,
  ...secured("event:record"),
  method: "put",
  path: "/v1/contracts/{contractId}/events/{eventId}",
  operationId: "correctEvent",
  summary: "Replaces the facts of an event that was recorded wrongly",
  request: {
    params: eventParams,
    headers: commandHeaders,
    body: jsonBody(correctEvent.input.omit({ contractId: true, eventId: true })),
  },
  responses: { 200: jsonAnswer("The event", eventAnswer) },
});

export const withdrawRoute = createRoute({
  ...about,
  ...secured("event:record"),
  method: "post",
  path: "/v1/contracts/{contractId}/events/{eventId}/withdrawal",
  operationId: "withdrawEvent",
  summary: "Takes back an event that has not happened after all",
  request: {
    params: eventParams,
    headers: commandHeaders,
    body: jsonBody(withdrawEvent.input.omit({ contractId: true, eventId: true })),
  },
  responses: { 200: jsonAnswer("The event that is gone", eventAnswer) },
});

export const previewRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "post",
  path: "/v1/contracts/{contractId}/events/preview",
  operationId: "previewEvent",
  summary: "What an event, its correction or its withdrawal would do to the obligations; nothing is stored",
  request: { params: contractParams, body: jsonBody(previewEventInput) },
  responses: {
    200: jsonAnswer(
      "What would follow",
      z.object({ obligations: derivationView, effects: listOf(effectView) }),
    ),
  },
});
