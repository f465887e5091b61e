import { createRoute } from "@hono/zod-openapi";
import { answerPenalty } from "@luyue/usecases/penalty";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { partnerContractParams, partnerContractPath } from "../contract/index.ts";
import { jsonAnswer, jsonBody, secured } from "../document/describe.ts";
import { penaltiesView, penaltyStateView, penaltyView } from "./penalty-view.ts";

const about = { tags: ["partner"] };
const path = `${partnerContractPath}/penalties` as const;
const penaltyParams = partnerContractParams.extend({ penaltyId: answerPenalty.input.shape.penaltyId });
const named = { contractId: true, penaltyId: true } as const;
const answer = z.object({
  id: z.string(),
  state: penaltyStateView,
  answerBy: z.string().meta({ description: "last day for the vendor's answer" }),
  amount: z.string().nullable().meta({ description: "yuan, once it is imposed" }),
  open: z.string().nullable().meta({ description: "what of it is not dealt with yet" }),
});

export const listRoute = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path,
  operationId: "listPartnerPenalties",
  summary:
    "The penalties of a contract with their arithmetic, the newest first, and how far shared caps are used",
  request: { params: partnerContractParams, query: z.object({ state: penaltyStateView.optional() }) },
  responses: { 200: jsonAnswer("The penalties", penaltiesView) },
});

export const readRoute = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path: `${path}/{penaltyId}`,
  operationId: "readPartnerPenalty",
  summary: "One penalty: its arithmetic, the answer, what caps cut, and how it was dealt with",
  request: { params: penaltyParams },
  responses: { 200: jsonAnswer("The penalty", penaltyView) },
});

export const answerRoute = createRoute({
  ...about,
  ...secured("penalty:answer"),
  method: "post",
  path: `${path}/{penaltyId}/answer`,
  operationId: "answerPartnerPenalty",
  summary: "Agrees to a proposed penalty, or says why not; it may be changed until it is decided",
  request: {
    params: penaltyParams,
    headers: commandHeaders,
    body: jsonBody(answerPenalty.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The penalty", answer.extend({ agrees: z.boolean() })) },
});
