import { createRoute } from "@hono/zod-openapi";
import {
  demandRectification,
  letRightGo,
  terminateByRight,
  withdrawRightDecision,
} from "@luyue/usecases/right";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { contractParams, partnerContractParams, partnerContractPath } from "../contract/index.ts";
import { jsonAnswer, jsonBody, secured, textView } from "../document/describe.ts";
import { rightsView } from "./right-view.ts";

const about = { tags: ["right"] };
const path = "/v1/contracts/{contractId}/rights";
const rightParams = contractParams.extend({ right: letRightGo.input.shape.right });
const named = { contractId: true, right: true } as const;
const decided = z.object({ id: z.string(), right: z.string(), decision: z.enum(["exercised", "letGo"]) });

export const listRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path,
  operationId: "listRights",
  summary:
    "The rights that have arisen under a contract, each with the facts that gave it, and what became of it",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("The rights", rightsView) },
});

export const partnerListRoute = createRoute({
  ...secured("partner:read"),
  tags: ["partner"],
  method: "get",
  path: `${partnerContractPath}/rights`,
  operationId: "listPartnerRights",
  summary: "The rights that have arisen under one of the vendor's contracts",
  request: { params: partnerContractParams },
  responses: { 200: jsonAnswer("The rights", rightsView) },
});

export const rectifyRoute = createRoute({
  ...about,
  ...secured("right:decide"),
  method: "post",
  path: `${path}/{right}/rectification`,
  operationId: "demandFullRectification",
  summary: "Demands the full rectification that a right gives, by a day",
  request: {
    params: rightParams,
    headers: commandHeaders,
    body: jsonBody(demandRectification.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The decision", decided.extend({ until: z.string() })) },
});

const consequences = {
  price: z.string().meta({ description: "of the work done, yuan" }),
  why: textView,
  refundOwed: z.string().meta({ description: "what the vendor owes back, yuan" }),
  handBackDemanded: z.boolean(),
  penalty: z.string().nullable().meta({ description: "key of the penalty that is owed besides" }),
};

export const previewRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: `${path}/{right}/termination`,
  operationId: "previewTermination",
  summary: "What terminating the contract by a right on a day would come to; nothing is stored",
  request: {
    params: rightParams,
    query: terminateByRight.input.pick({ on: true, price: true }),
  },
  responses: { 200: jsonAnswer("The consequences", z.object(consequences)) },
});

export const terminateRoute = createRoute({
  ...about,
  ...secured("right:decide"),
  method: "post",
  path: `${path}/{right}/termination`,
  operationId: "terminateByRight",
  summary:
    "Terminates the contract by a right that has arisen, with settlement, refund and hand-back of data",
  request: {
    params: rightParams,
    headers: commandHeaders,
    body: jsonBody(terminateByRight.input.omit(named)),
  },
  responses: {
    200: jsonAnswer(
      "The decision",
      z.object({
        id: z.string(),
        right: z.string(),
        status: z.enum(["terminated"]),
        on: z.string(),
        ...consequences,
      }),
    ),
  },
});

export const letGoRoute = createRoute({
  ...about,
  ...secured("right:decide"),
  method: "post",
  path: `${path}/{right}/letting-go`,
  operationId: "letRightGo",
  summary: "Lets a right go, with the reason",
  request: {
    params: rightParams,
    headers: commandHeaders,
    body: jsonBody(letRightGo.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The decision", decided) },
});

export const withdrawRoute = createRoute({
  ...about,
  ...secured("right:decide"),
  method: "post",
  path: "/v1/contracts/{contractId}/right-decisions/{decisionId}/withdrawal",
  operationId: "withdrawRightDecision",
  summary: "Takes a decision on a right back: it is open again",
  request: {
    params: contractParams.extend({ decisionId: withdrawRightDecision.input.shape.decisionId }),
    headers: commandHeaders,
    body: jsonBody(withdrawRightDecision.input.omit({ contractId: true, decisionId: true })),
  },
  responses: { 200: jsonAnswer("The decision", decided) },
});
