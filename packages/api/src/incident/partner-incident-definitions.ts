import { createRoute } from "@hono/zod-openapi";
import { followIncident, reportIncident } from "@luyue/usecases/incident";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { partnerContractParams, partnerContractPath } from "../contract/index.ts";
import { jsonAnswer, jsonBody, secured } from "../document/describe.ts";
import { incidentStateView, incidentsView, incidentView } from "./incident-view.ts";

const about = { tags: ["partner"] };
const path = `${partnerContractPath}/incidents` as const;
const incidentParams = partnerContractParams.extend({ incidentId: followIncident.input.shape.incidentId });
const named = { contractId: true, incidentId: true } as const;
const answer = z.object({ id: z.string(), number: z.int(), state: incidentStateView });

export const listRoute = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path,
  operationId: "listPartnerIncidents",
  summary: "The incidents of one of the vendor's contracts, the latest first: instants, clocks, class",
  request: {
    params: partnerContractParams,
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
  ...secured("partner:read"),
  method: "get",
  path: `${path}/{incidentId}`,
  operationId: "readPartnerIncident",
  summary: "One incident: its clocks now, which class its facts come to and why",
  request: { params: incidentParams },
  responses: { 200: jsonAnswer("The incident", incidentView) },
});

export const reportRoute = createRoute({
  ...about,
  ...secured("incident:report"),
  method: "post",
  path: path,
  operationId: "reportPartnerIncident",
  summary: "Reports an incident; the clocks of its service run from the report",
  request: {
    params: partnerContractParams,
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
  operationId: "followPartnerIncident",
  summary: "Adds to an open incident what has come since: response, arrival, recovery, facts, evidence",
  request: {
    params: incidentParams,
    headers: commandHeaders,
    body: jsonBody(followIncident.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The incident", answer) },
});
