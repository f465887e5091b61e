import { createRoute } from "@hono/zod-openapi";
import {
  addWebhook,
  createApiKey,
  endpointKindSchema,
  putMember,
  removeWebhook,
  revokeApiKey,
  rotateWebhook,
  updateSettings,
} from "@luyue/usecases/tenant";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { jsonAnswer, jsonBody, listOf, secured } from "../document/describe.ts";
import { pageQuery, pageSchema } from "../document/page.ts";
import { deliveryView } from "../reminder/index.ts";
import { apiKeyView, memberView, settingsView, tenantView } from "./tenant-view.ts";

const about = { tags: ["tenant"] };

export const readRoute = createRoute({
  ...about,
  ...secured("tenant:read"),
  method: "get",
  path: "/v1/tenant",
  operationId: "readTenant",
  summary: "The agency and its settings",
  responses: { 200: jsonAnswer("The agency; `ETag` is its version", tenantView) },
});

export const updateRoute = createRoute({
  ...about,
  ...secured("tenant:manage"),
  method: "patch",
  path: "/v1/tenant",
  operationId: "updateSettings",
  summary: "Changes settings; closing days move open dates",
  request: { headers: commandHeaders, body: jsonBody(updateSettings.input) },
  responses: { 200: jsonAnswer("The settings", settingsView) },
});

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

export const membersRoute = createRoute({
  ...about,
  ...secured("tenant:read"),
  method: "get",
  path: "/v1/members",
  operationId: "listMembers",
  summary: "The people of the agency",
  responses: { 200: jsonAnswer("All members", z.object({ items: listOf(memberView) })) },
});

export const putMemberRoute = createRoute({
  ...about,
  ...secured("tenant:manage"),
  method: "put",
  path: "/v1/members",
  operationId: "putMember",
  summary: "Adds a person, by the subject of their tokens, or changes their roles",
  request: { headers: commandHeaders, body: jsonBody(putMember.input) },
  responses: { 200: jsonAnswer("The member", memberView) },
});

export const apiKeysRoute = createRoute({
  ...about,
  ...secured("tenant:read"),
  method: "get",
  path: "/v1/api-keys",
  operationId: "listApiKeys",
  summary: "The keys of the agency's machines, without their secrets",
  responses: { 200: jsonAnswer("All keys", z.object({ items: listOf(apiKeyView) })) },
});

export const createApiKeyRoute = createRoute({
  ...about,
  ...secured("tenant:manage"),
  method: "post",
  path: "/v1/api-keys",
  operationId: "createApiKey",
  summary: "Makes a key for a machine, with what it may do and through which day",
  request: { headers: commandHeaders, body: jsonBody(createApiKey.input.omit({ hash: true })) },
  responses: {
    201: jsonAnswer(
      "The key, to be sent as a bearer token: the one time that it is shown",
      apiKeyView.extend({
        key: z.string().optional().meta({ description: "not in the answer to a repeated request" }),
      }),
    ),
  },
});

export const revokeApiKeyRoute = createRoute({
  ...about,
  ...secured("tenant:manage"),
  method: "delete",
  path: "/v1/api-keys/{id}",
  operationId: "revokeApiKey",
  summary: "Takes a key away; the next request with it is refused",
  request: { params: revokeApiKey.input, headers: commandHeaders },
  responses: { 200: jsonAnswer("The key that is gone", z.object({ id: z.string() })) },
});
