import { createRoute } from "@hono/zod-openapi";
import { askForLinkInput } from "@luyue/usecases/sign-in";
import * as z from "zod";
import { jsonAnswer, jsonBody, listOf, unsecured } from "../document/describe.ts";
import { agencyIdSchema } from "../contract/index.ts";
import { sessionView } from "../session/session-view.ts";
import { callbackPath } from "./open-id.ts";

const about = { tags: ["sign-in"], ...unsecured };
const agency = z.object({ agencyId: agencyIdSchema });
const elsewhere = { 303: { description: "Leads on" } };

export const readWayRoute = createRoute({
  ...about,
  method: "get",
  path: "/v1/sign-in/agencies/{agencyId}",
  operationId: "readSignIn",
  summary: "How an agency's people sign in: at their own issuer, or by a mailed link",
  request: { params: agency },
  responses: {
    200: jsonAnswer("The agency", z.object({ name: z.string(), by: z.enum(["issuer", "mail"]) })),
  },
});

export const goToIssuerRoute = createRoute({
  ...about,
  method: "get",
  path: "/v1/sign-in/agencies/{agencyId}/issuer",
  operationId: "goToIssuer",
  summary: "Leads to the agency's issuer (authorization code flow with PKCE)",
  request: { params: agency },
  responses: elsewhere,
});

export const goToOperatorIssuerRoute = createRoute({
  ...about,
  method: "get",
  path: "/v1/sign-in/operator/issuer",
  operationId: "goToOperatorIssuer",
  summary: "Leads to the operator's issuer",
  responses: elsewhere,
});

export const callbackRoute = createRoute({
  ...about,
  method: "get",
  path: callbackPath,
  operationId: "comeFromIssuer",
  summary: "Where issuers lead back to: begins a session, or leads to the sign-in page that says why not",
  responses: elsewhere,
});

export const askForLinkRoute = createRoute({
  ...about,
  method: "post",
  path: "/v1/sign-in/link",
  operationId: "askForLink",
  summary: "Asks for a sign-in link by mail; whether the address is anybody's is not said",
  request: { body: jsonBody(askForLinkInput) },
  responses: {
    202: jsonAnswer(
      "Where the address opens anything, a link is on its way; it holds for ten minutes, once, in this browser",
      z.object({ minutes: z.int() }),
    ),
  },
});

export const openLinkRoute = createRoute({
  ...about,
  method: "post",
  path: "/v1/sign-in/link/open",
  operationId: "openLink",
  summary: "Opens a mailed link in the browser that asked for it; a code of the second factor is wanted next",
  request: { body: jsonBody(z.strictObject({ link: z.string().regex(/^[\w-]{1,100}$/) })) },
  responses: {
    200: jsonAnswer(
      "The second factor; a new one is to be put into an authenticator first",
      z.object({ newFactor: z.object({ secret: z.string(), uri: z.string() }).nullable() }),
    ),
  },
});

export const enterCodeRoute = createRoute({
  ...about,
  method: "post",
  path: "/v1/sign-in/code",
  operationId: "enterCode",
  summary: "Takes a code of the second factor, or a recovery code, and begins a session",
  request: { body: jsonBody(z.strictObject({ code: z.string().min(6).max(40) })) },
  responses: {
    200: jsonAnswer(
      "The session, in a cookie; recovery codes are shown once, when a second factor was set up",
      sessionView.extend({ recovery: listOf(z.string()) }),
    ),
  },
});
