import { createRoute } from "@hono/zod-openapi";
import { addWebhook, endpointKindSchema, removeWebhook, rotateWebhook } from "@luyue/usecases/tenant";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { jsonAnswer, jsonBody, secured } from "../document/describe.ts";
import { pageQuery, pageSchema } from "../document/page.ts";
import { deliveryView } from "../reminder/index.ts";

const about = { tags: ["tenant"] };
const webhookPath = "/v1/tenant/webhooks/{id}";
const webhookParams = removeWebhook.input;

export const addWebhookRoute = createRoute({
  ...about,
  ...secured("tenant:manage"),
  method: "post",
  path: "/v1/tenant/webhooks",
  operationId: "addWebhook",
  summary:
    "Adds a webhook (Standard Webhooks) or a group chat's robot that reminders and changes are posted to",
  request: { headers: commandHeaders, body: jsonBody(addWebhook.input) },
  responses: {
    201: jsonAnswer(
      "The endpoint; a webhook's with its secret, the one time that it is shown",
      z.object({
        id: z.string(),
        kind: endpointKindSchema,
        url: z.string(),
        secret: z.string().nullable(),
      }),
    ),
  },
});

export const rotateWebhookRoute = createRoute({
  ...about,
  ...secured("tenant:manage"),
  method: "post",
  path: `${webhookPath}/rotate`,
  operationId: "rotateWebhook",
  summary: "Gives a webhook a new secret; both sign until the overlap is over",
  request: {
    params: webhookParams,
    headers: commandHeaders,
    body: jsonBody(rotateWebhook.input.omit({ id: true })),
  },
  responses: {
    200: jsonAnswer(
      "The new secret: the one time that it is shown",
      z.object({
        id: z.string(),
        url: z.string(),
        secret: z.string(),
        earlierUntil: z.string().nullable().meta({ description: "until when the earlier one signs too" }),
      }),
    ),
  },
});

export const testWebhookRoute = createRoute({
  ...about,
  ...secured("tenant:manage"),
  method: "post",
  path: `${webhookPath}/test`,
  operationId: "testWebhook",
  summary: "Sends a test message; what became of it stands in the delivery log",
  request: { params: webhookParams, headers: commandHeaders },
  responses: {
    202: jsonAnswer(
      "The message",
      z.object({ contractId: z.string(), key: z.string(), messageId: z.string() }),
    ),
  },
});

export const enableWebhookRoute = createRoute({
  ...about,
  ...secured("tenant:manage"),
  method: "post",
  path: `${webhookPath}/enable`,
  operationId: "enableWebhook",
  summary: "Posts again to an endpoint that was disabled",
  request: { params: webhookParams, headers: commandHeaders },
  responses: { 200: jsonAnswer("The endpoint", z.object({ id: z.string() })) },
});

export const deliveriesRoute = createRoute({
  ...about,
  ...secured("tenant:read"),
  method: "get",
  path: `${webhookPath}/deliveries`,
  operationId: "listDeliveries",
  summary: "What was posted to an endpoint, the newest first: the request, and each attempt with its answer",
  request: { params: webhookParams, query: pageQuery },
  responses: { 200: jsonAnswer("A page of messages", pageSchema(deliveryView)) },
});

export const removeWebhookRoute = createRoute({
  ...about,
  ...secured("tenant:manage"),
  method: "delete",
  path: webhookPath,
  operationId: "removeWebhook",
  summary: "Removes a webhook; what is still to be sent to it is withdrawn",
  request: { params: webhookParams, headers: commandHeaders },
  responses: { 200: jsonAnswer("The webhook that is gone", z.object({ id: z.string() })) },
});
