import { createRoute } from "@hono/zod-openapi";
import { eraseMember, inviteMember } from "@luyue/usecases/tenant";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { jsonAnswer, jsonBody, secured } from "../document/describe.ts";
import { endedAnswer, personalDataView, sessionParams, sessionsAnswer } from "../session/index.ts";
import { memberView } from "../tenant/tenant-view.ts";

const about = { tags: ["tenant"], ...secured("tenant:manage") };
const memberParams = z.object({ memberId: z.string().regex(/^mem_[0-9a-z]{1,40}$/) });

export const inviteRoute = createRoute({
  ...about,
  method: "post",
  path: "/v1/members/invitations",
  operationId: "inviteMember",
  summary: "Invites a person by mail; an invitation that nobody has come upon yet is renewed",
  request: { headers: commandHeaders, body: jsonBody(inviteMember.input) },
  responses: { 201: jsonAnswer("The person, invited", memberView) },
});

export const eraseRoute = createRoute({
  ...about,
  method: "post",
  path: "/v1/members/{memberId}/erase",
  operationId: "eraseMember",
  summary: "Takes a person out of the agency and forgets what is kept of them but for the record",
  request: {
    params: memberParams,
    headers: commandHeaders,
    body: jsonBody(eraseMember.input.pick({ reason: true })),
  },
  responses: { 200: jsonAnswer("The person who is gone", z.object({ id: z.string() })) },
});

export const personalDataRoute = createRoute({
  ...about,
  method: "get",
  path: "/v1/members/{memberId}/personal-data",
  operationId: "exportMemberPersonalData",
  summary: "What is kept of a person; that it was read stands on the record",
  request: { params: memberParams },
  responses: { 200: jsonAnswer("All of it", personalDataView) },
});

export const sessionsRoute = createRoute({
  ...about,
  method: "get",
  path: "/v1/members/{memberId}/sessions",
  operationId: "listMemberSessions",
  summary: "The browsers that a person is signed in with",
  request: { params: memberParams },
  responses: { 200: sessionsAnswer },
});

export const endSessionsRoute = createRoute({
  ...about,
  method: "delete",
  path: "/v1/members/{memberId}/sessions",
  operationId: "endMemberSessions",
  summary: "Signs a person out everywhere",
  request: { params: memberParams },
  responses: { 200: endedAnswer },
});

export const endSessionRoute = createRoute({
  ...about,
  method: "delete",
  path: "/v1/members/{memberId}/sessions/{sessionId}",
  operationId: "endMemberSession",
  summary: "Signs a person out of one browser",
  request: { params: memberParams.extend(sessionParams.shape) },
  responses: { 200: endedAnswer },
});
