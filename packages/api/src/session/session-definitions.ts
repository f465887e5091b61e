import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { jsonAnswer, jsonBody, listOf, secured } from "../document/describe.ts";
import { personalDataView } from "./personal-data-view.ts";
import { sessionView, signedInView, visitView } from "./session-view.ts";

const about = { tags: ["session"], ...secured("session:own") };
export const sessionParams = z.object({ sessionId: z.string().regex(/^[0-9a-f]{64}$/) });
export const sessionsAnswer = jsonAnswer(
  "The browsers, the last one signed in with first",
  z.object({ items: listOf(signedInView) }),
);
export const endedAnswer = jsonAnswer("How many sessions were ended", z.object({ ended: z.int() }));

export const readRoute = createRoute({
  ...about,
  method: "get",
  path: "/v1/session",
  operationId: "readSession",
  summary: "Who is signed in, what they may do, and as whom else the same mail address could be",
  responses: {
    200: jsonAnswer("The session", visitView),
  },
});

export const changeSeatRoute = createRoute({
  ...about,
  method: "put",
  path: "/v1/session/seat",
  operationId: "changeSeat",
  summary: "Goes to another seat of the same mail address, in a new session",
  request: { body: jsonBody(z.strictObject({ seat: z.string().max(300) })) },
  responses: { 200: jsonAnswer("The session", sessionView) },
});

export const endRoute = createRoute({
  ...about,
  method: "delete",
  path: "/v1/session",
  operationId: "signOut",
  summary: "Signs out",
  responses: { 200: endedAnswer },
});

export const listRoute = createRoute({
  ...about,
  method: "get",
  path: "/v1/sessions",
  operationId: "listSessions",
  summary: "The browsers that one is signed in with",
  responses: { 200: sessionsAnswer },
});

export const endOthersRoute = createRoute({
  ...about,
  method: "delete",
  path: "/v1/sessions",
  operationId: "endOtherSessions",
  summary: "Signs out everywhere else",
  responses: { 200: endedAnswer },
});

export const endOneRoute = createRoute({
  ...about,
  method: "delete",
  path: "/v1/sessions/{sessionId}",
  operationId: "endSession",
  summary: "Signs out one browser",
  request: { params: sessionParams },
  responses: { 200: endedAnswer },
});

export const forgetFactorRoute = createRoute({
  ...about,
  method: "delete",
  path: "/v1/session/second-factor",
  operationId: "forgetSecondFactor",
  summary:
    "Forgets one's second factor and recovery codes, and signs out everywhere: the next link sets up another one",
  responses: { 200: endedAnswer },
});

export const personalDataRoute = createRoute({
  ...about,
  method: "get",
  path: "/v1/session/personal-data",
  operationId: "exportOwnPersonalData",
  summary: "What is kept of oneself (个人信息保护法 45)",
  responses: { 200: jsonAnswer("All of it", personalDataView) },
});
