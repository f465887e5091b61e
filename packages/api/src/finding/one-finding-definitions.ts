import { createRoute } from "@hono/zod-openapi";
import {
  answerFindings,
  extendFinding,
  reopenFinding,
  retestFindings,
  returnFinding,
  withdrawFinding,
} from "@luyue/usecases/finding";
import { commandHeaders } from "../command/index.ts";
import { jsonAnswer, jsonBody, secured } from "../document/describe.ts";
import { findingParams, stepAnswer } from "./finding-queries.ts";
import { findingView } from "./finding-view.ts";

const about = { tags: ["finding"] };
const one = "/v1/contracts/{contractId}/findings/{findingId}";
const named = { contractId: true, findingId: true } as const;
const several = { contractId: true, findingIds: true } as const;
const stepped = { 200: jsonAnswer("The finding", stepAnswer) };

export const readRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: one,
  operationId: "readFinding",
  summary: "A finding with every step that was taken",
  request: { params: findingParams },
  responses: { 200: jsonAnswer("The finding", findingView) },
});

export const answerRoute = createRoute({
  ...about,
  ...secured("finding:answer"),
  method: "post",
  path: `${one}/answer`,
  operationId: "answerFinding",
  summary: "The unit's answer to a finding, in words or by pictures",
  request: {
    params: findingParams,
    headers: commandHeaders,
    body: jsonBody(answerFindings.input.omit(several)),
  },
  responses: stepped,
});

export const approveRoute = createRoute({
  ...about,
  ...secured("finding:review"),
  method: "post",
  path: `${one}/approval`,
  operationId: "approveFinding",
  summary: "Approves an answer that somebody else gave; the finding waits for its re-test",
  request: { params: findingParams, headers: commandHeaders },
  responses: stepped,
});

export const returnRoute = createRoute({
  ...about,
  ...secured("finding:review"),
  method: "post",
  path: `${one}/return`,
  operationId: "returnFinding",
  summary: "Returns an answer that somebody else gave; the unit answers again",
  request: {
    params: findingParams,
    headers: commandHeaders,
    body: jsonBody(returnFinding.input.omit(named)),
  },
  responses: stepped,
});

export const retestRoute = createRoute({
  ...about,
  ...secured("finding:retest"),
  method: "post",
  path: `${one}/retest`,
  operationId: "retestFinding",
  summary: "The re-test of a finding: what passes is closed, what fails is open again",
  request: {
    params: findingParams,
    headers: commandHeaders,
    body: jsonBody(retestFindings.input.omit(several)),
  },
  responses: stepped,
});

export const withdrawRoute = createRoute({
  ...about,
  ...secured("finding:handOut"),
  method: "post",
  path: `${one}/withdrawal`,
  operationId: "withdrawFinding",
  summary: "Takes back a finding that was handed out in error",
  request: {
    params: findingParams,
    headers: commandHeaders,
    body: jsonBody(withdrawFinding.input.omit(named)),
  },
  responses: stepped,
});

export const reopenRoute = createRoute({
  ...about,
  ...secured("finding:review"),
  method: "post",
  path: `${one}/reopening`,
  operationId: "reopenFinding",
  summary: "Opens a finding again that was closed in error",
  request: {
    params: findingParams,
    headers: commandHeaders,
    body: jsonBody(reopenFinding.input.omit(named)),
  },
  responses: stepped,
});

export const extendRoute = createRoute({
  ...about,
  ...secured("finding:handOut"),
  method: "post",
  path: `${one}/deadline`,
  operationId: "extendFinding",
  summary: "Gives a unit more time for a finding",
  request: {
    params: findingParams,
    headers: commandHeaders,
    body: jsonBody(extendFinding.input.omit(named)),
  },
  responses: stepped,
});
