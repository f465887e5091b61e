import { createRoute } from "@hono/zod-openapi";
import { applyAcceptance, statePosition, withdrawApplication } from "@luyue/usecases/acceptance";
import { commandHeaders } from "../command/index.ts";
import { partnerContractParams, partnerContractPath } from "../contract/index.ts";
import { jsonAnswer, jsonBody, secured } from "../document/describe.ts";
import { roundAnswer } from "./acceptance-definitions.ts";
import { acceptancesView } from "./acceptance-view.ts";

const about = { tags: ["partner"] };
const path = partnerContractPath;
const params = partnerContractParams;
const ofRound = params.extend({ roundId: statePosition.input.shape.roundId });
const named = { contractId: true, roundId: true } as const;

export const listRoute = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path: `${path}/acceptances`,
  operationId: "listPartnerAcceptances",
  summary: "The acceptances of one of the vendor's contracts with their rounds and results",
  request: { params },
  responses: { 200: jsonAnswer("The acceptances, in the order of the contract", acceptancesView) },
});

export const applyRoute = createRoute({
  ...about,
  ...secured("acceptance:apply"),
  method: "post",
  path: `${path}/acceptances/{of}/applications`,
  operationId: "applyForPartnerAcceptance",
  summary: "Applies for an acceptance today: the next round",
  request: {
    params: params.extend({ of: applyAcceptance.input.shape.of }),
    headers: commandHeaders,
    body: jsonBody(
      applyAcceptance.input.omit({ contractId: true, of: true, appliedOn: true, despite: true }),
    ),
  },
  responses: { 201: jsonAnswer("The round", roundAnswer) },
});

export const withdrawRoute = createRoute({
  ...about,
  ...secured("acceptance:apply"),
  method: "post",
  path: `${path}/acceptance-rounds/{roundId}/withdrawal`,
  operationId: "withdrawPartnerApplication",
  summary: "Takes back an application of the vendor's own that nobody has signed",
  request: {
    params: ofRound,
    headers: commandHeaders,
    body: jsonBody(withdrawApplication.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The round", roundAnswer) },
});

export const stateRoute = createRoute({
  ...about,
  ...secured("acceptance:state"),
  method: "post",
  path: `${path}/acceptance-rounds/{roundId}/statement`,
  operationId: "stateOnAcceptance",
  summary: "Says what the vendor thinks of the findings while the round is open",
  request: { params: ofRound, headers: commandHeaders, body: jsonBody(statePosition.input.omit(named)) },
  responses: { 200: jsonAnswer("The round", roundAnswer) },
});
