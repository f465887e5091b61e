import { createRoute } from "@hono/zod-openapi";
import { sideSchema } from "@luyue/core/party";
import {
  answerFindings,
  approveFindings,
  handOutFindings,
  putUnit,
  retestFindings,
} from "@luyue/usecases/finding";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, jsonBody, listOf, secured } from "../document/describe.ts";
import { listQuery, stepAnswer } from "./finding-queries.ts";
import { findingPage, summaryView, unitView } from "./finding-view.ts";

const about = { tags: ["finding"] };
const contract = "/v1/contracts/{contractId}";
const path = `${contract}/findings`;
const stepped = { 200: jsonAnswer("The findings, all of them or none", stepAnswer) };

const listed = z.object({ id: z.string(), number: z.int(), unitId: z.string(), dueOn: z.string() });

export const listRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path,
  operationId: "listFindings",
  summary: "The findings of a contract, by number",
  request: { params: contractParams, query: listQuery },
  responses: { 200: jsonAnswer("A page of findings", findingPage) },
});

export const handOutRoute = createRoute({
  ...about,
  ...secured("finding:handOut"),
  method: "post",
  path,
  operationId: "handOutFindings",
  summary: "Hands out up to 500 findings, all of them or none",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(handOutFindings.input.omit({ contractId: true })),
  },
  responses: {
    201: jsonAnswer(
      "The findings with their numbers",
      z.object({ batchId: z.string(), count: z.int(), findings: listOf(listed) }),
    ),
  },
});

export const summaryRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: `${path}/summary`,
  operationId: "readFindingsSummary",
  summary: "How far the findings of a contract are: all, by severity, by unit",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("The summary", summaryView) },
});

export const answerAllRoute = createRoute({
  ...about,
  ...secured("finding:answer"),
  method: "post",
  path: `${path}/answers`,
  operationId: "answerFindings",
  summary: "One answer to up to 40 findings",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(answerFindings.input.omit({ contractId: true })),
  },
  responses: stepped,
});

export const approveAllRoute = createRoute({
  ...about,
  ...secured("finding:review"),
  method: "post",
  path: `${path}/approvals`,
  operationId: "approveFindings",
  summary: "Approves the answers to up to 40 findings",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(approveFindings.input.omit({ contractId: true })),
  },
  responses: stepped,
});

export const retestAllRoute = createRoute({
  ...about,
  ...secured("finding:retest"),
  method: "post",
  path: `${path}/retests`,
  operationId: "retestFindings",
  summary: "One re-test of up to 40 findings",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(retestFindings.input.omit({ contractId: true })),
  },
  responses: stepped,
});

export const listUnitsRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: `${contract}/units`,
  operationId: "listUnits",
  summary: "The units of a contract that findings are handed to",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("The units", z.object({ items: listOf(unitView) })) },
});

export const putUnitRoute = createRoute({
  ...about,
  ...secured("unit:manage"),
  method: "put",
  path: `${contract}/units`,
  operationId: "putUnit",
  summary: "Adds a unit, or changes the one that `unitId` names",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(putUnit.input.omit({ contractId: true })),
  },
  responses: {
    200: jsonAnswer("The unit", z.object({ id: z.string(), name: z.string(), side: sideSchema })),
  },
});
