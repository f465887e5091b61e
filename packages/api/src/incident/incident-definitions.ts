import { createRoute } from "@hono/zod-openapi";
import {
  closeIncident,
  correctIncident,
  followIncident,
  judgeIncident,
  reopenIncident,
  reportIncident,
  withdrawIncident,
} from "@luyue/usecases/incident";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, jsonBody, secured } from "../document/describe.ts";
import { incidentStateView, incidentsView, incidentView } from "./incident-view.ts";

const about = { tags: ["incident"] };
const path = "/v1/contracts/{contractId}/incidents";
const incidentParams = contractParams.extend({ incidentId: followIncident.input.shape.incidentId });
const named = { contractId: true, incidentId: true } as const;
const answer = z.object({ id: z.string(), number: z.int(), state: incidentStateView });

export const listRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path,
  operationId: "listIncidents",
  summary: "The incidents of a contract, the latest first: instants, clocks, class",
  request: {
    params: contractParams,
    query: z.object({
      state: incidentStateView.optional(),
      class: z.string().max(40).optional(),
      kind: z.string().max(40).optional(),
    }),
  },
  responses: { 200: jsonAnswer("The incidents", incidentsView) },
});

export const readRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: `${path}/{incidentId}`,
  operationId: "readIncident",
  summary: "One incident: its clocks now, which class its facts come to and why",
  request: { params: incidentParams },
  responses: { 200: jsonAnswer("The incident", incidentView) },
});

export const reportRoute = createRoute({
  ...about,
  ...secured("incident:report"),
  method: "post",
  path: path,
  operationId: "reportIncident",
  summary: "Reports an incident; the clocks of its service run from the report",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(reportIncident.input.omit({ contractId: true })),
  },
  responses: { 201: jsonAnswer("The incident", answer) },
});

export const followRoute = createRoute({
  ...about,
  ...secured("incident:report"),
  method: "post",
  path: `${path}/{incidentId}/steps`,
  operationId: "followIncident",
  summary: "Adds to an open incident what has come since: response, arrival, recovery, facts, evidence",
  request: {
    params: incidentParams,
    headers: commandHeaders,
    body: jsonBody(followIncident.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The incident", answer) },
});

export const correctRoute = createRoute({
  ...about,
  ...secured("incident:classify"),
  method: "post",
  path: `${path}/{incidentId}/corrections`,
  operationId: "correctIncident",
  summary: "Corrects an open incident, with the reason; its class is decided anew",
  request: {
    params: incidentParams,
    headers: commandHeaders,
    body: jsonBody(correctIncident.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The incident", answer) },
});

export const judgeRoute = createRoute({
  ...about,
  ...secured("incident:classify"),
  method: "post",
  path: `${path}/{incidentId}/classification`,
  operationId: "judgeIncident",
  summary:
    "Gives an incident its class and says who answers for it; another class than the facts come to wants a reason",
  request: {
    params: incidentParams,
    headers: commandHeaders,
    body: jsonBody(judgeIncident.input.omit(named)),
  },
  responses: {
    200: jsonAnswer(
      "The incident",
      answer.extend({
        class: z.string(),
        proposed: z
          .string()
          .nullable()
          .meta({ description: "what the facts come to; null while some are missing" }),
        fault: z.enum(["vendor", "buyer", "other"]),
      }),
    ),
  },
});

export const closeRoute = createRoute({
  ...about,
  ...secured("incident:classify"),
  method: "post",
  path: `${path}/{incidentId}/closing`,
  operationId: "closeIncident",
  summary: "Closes an incident that has recovered and been given its class",
  request: {
    params: incidentParams,
    headers: commandHeaders,
    body: jsonBody(closeIncident.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The incident", answer) },
});

export const reopenRoute = createRoute({
  ...about,
  ...secured("incident:classify"),
  method: "post",
  path: `${path}/{incidentId}/reopening`,
  operationId: "reopenIncident",
  summary: "Opens an incident again, with the reason",
  request: {
    params: incidentParams,
    headers: commandHeaders,
    body: jsonBody(reopenIncident.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The incident", answer) },
});

export const withdrawRoute = createRoute({
  ...about,
  ...secured("incident:classify"),
  method: "post",
  path: `${path}/{incidentId}/withdrawal`,
  operationId: "withdrawIncident",
  summary: "Takes back an incident that was reported in error",
  request: {
    params: incidentParams,
    headers: commandHeaders,
    body: jsonBody(withdrawIncident.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The incident", answer) },
});
