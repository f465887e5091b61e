import { createRoute } from "@hono/zod-openapi";
import { applyAcceptance } from "@luyue/usecases/acceptance";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, jsonBody, secured } from "../document/describe.ts";
import { acceptancesView, acceptanceView } from "./acceptance-view.ts";
import { roundStateView } from "./round-view.ts";

const about = { tags: ["acceptance"] };
const acceptanceParams = contractParams.extend({ of: applyAcceptance.input.shape.of });

export const roundAnswer = z.object({
  id: z.string(),
  of: z.string(),
  number: z.int(),
  state: roundStateView,
});

export const listRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/contracts/{contractId}/acceptances",
  operationId: "listAcceptances",
  summary:
    "The acceptances of a contract with their rounds, what the criteria come to, and the rights that have arisen",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("The acceptances, in the order of the contract", acceptancesView) },
});

export const readRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/contracts/{contractId}/acceptances/{of}",
  operationId: "readAcceptance",
  summary: "One acceptance of a contract",
  request: { params: acceptanceParams },
  responses: { 200: jsonAnswer("The acceptance", acceptanceView) },
});

export const applyRoute = createRoute({
  ...about,
  ...secured("acceptance:apply"),
  method: "post",
  path: "/v1/contracts/{contractId}/acceptances/{of}/applications",
  operationId: "applyForAcceptance",
  summary: "Enters an application for an acceptance, from paper: the next round",
  request: {
    params: acceptanceParams,
    headers: commandHeaders,
    body: jsonBody(applyAcceptance.input.omit({ contractId: true, of: true })),
  },
  responses: { 201: jsonAnswer("The round", roundAnswer) },
});
