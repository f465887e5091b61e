import { createRoute } from "@hono/zod-openapi";
import { answerScore, proposeScore, reopenScore, settleScore, withdrawScore } from "@luyue/usecases/score";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, jsonBody, listOf, secured } from "../document/describe.ts";
import { agencyScoreView, meanView, scoresView, sheetStateView, triggerView } from "./score-schemas.ts";

const about = { tags: ["score"] };
export const periodParams = contractParams.extend({ period: proposeScore.input.shape.period });
const named = { contractId: true, period: true } as const;
const path = "/v1/contracts/{contractId}/scores";
const onePath = `${path}/{period}`;

const changed = z.object({
  id: z.string(),
  period: z.string(),
  version: z.int(),
  state: sheetStateView,
  score: z.string(),
});
const proposedAnswer = changed.extend({
  answerBy: z.string().meta({ description: "last day for the vendor's answer" }),
});
export const answeredAnswer = proposedAnswer.extend({ agrees: z.boolean() });
const settledAnswer = changed.extend({
  year: meanView,
  triggers: listOf(triggerView).meta({ description: "what arises from this score" }),
});

export const listRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path,
  operationId: "listScores",
  summary: "Every period of the contract's score, the mean and grade of each year so far, what has arisen",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("The years", scoresView) },
});

export const readRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: onePath,
  operationId: "readScore",
  summary: "The score of a period, or what a sheet of it has to cover, with why each item counts",
  request: { params: periodParams },
  responses: { 200: jsonAnswer("The score", agencyScoreView) },
});

export const proposeRoute = createRoute({
  ...about,
  ...secured("score:propose"),
  method: "put",
  path: onePath,
  operationId: "proposeScore",
  summary: "Proposes the score of a period that is over, or proposes it anew",
  request: { params: periodParams, headers: commandHeaders, body: jsonBody(proposeScore.input.omit(named)) },
  responses: { 200: jsonAnswer("The proposal", proposedAnswer) },
});

export const answerRoute = createRoute({
  ...about,
  ...secured("score:answer"),
  method: "post",
  path: `${onePath}/answer`,
  operationId: "answerScore",
  summary: "Enters the vendor's answer that came on paper",
  request: { params: periodParams, headers: commandHeaders, body: jsonBody(answerScore.input.omit(named)) },
  responses: { 200: jsonAnswer("The answer", answeredAnswer) },
});

export const settleRoute = createRoute({
  ...about,
  ...secured("score:settle"),
  method: "post",
  path: `${onePath}/settlement`,
  operationId: "settleScore",
  summary: "Makes a score final that somebody else proposed, after the vendor's answer or its time for one",
  request: { params: periodParams, headers: commandHeaders, body: jsonBody(settleScore.input.omit(named)) },
  responses: { 200: jsonAnswer("The score, the year so far, what arises", settledAnswer) },
});

export const withdrawRoute = createRoute({
  ...about,
  ...secured("score:propose"),
  method: "post",
  path: `${onePath}/withdrawal`,
  operationId: "withdrawScore",
  summary: "Takes a proposed score back",
  request: { params: periodParams, headers: commandHeaders, body: jsonBody(withdrawScore.input.omit(named)) },
  responses: { 200: jsonAnswer("The score", changed) },
});

export const reopenRoute = createRoute({
  ...about,
  ...secured("score:settle"),
  method: "post",
  path: `${onePath}/reopening`,
  operationId: "reopenScore",
  summary: "Proposes a score again that was made final in error; its answer stays",
  request: { params: periodParams, headers: commandHeaders, body: jsonBody(reopenScore.input.omit(named)) },
  responses: { 200: jsonAnswer("The score", proposedAnswer) },
});

export const sheetRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: `${onePath}/sheet`,
  operationId: "printScore",
  summary: "The score sheet of a period as a page to print, A4 across, in Chinese",
  request: { params: periodParams },
  responses: { 200: { description: "The page", content: { "text/html": { schema: z.string() } } } },
});
