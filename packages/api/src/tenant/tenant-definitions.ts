import { createRoute } from "@hono/zod-openapi";
import { createApiKey, putMember, revokeApiKey, updateSettings } from "@luyue/usecases/tenant";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { jsonAnswer, jsonBody, listOf, secured } from "../document/describe.ts";
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
