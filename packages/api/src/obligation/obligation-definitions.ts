import { createRoute } from "@hono/zod-openapi";
import { civilDateSchema } from "@luyue/core/civil-date";
import type { ExplanationStep } from "@luyue/core/date-rule";
import { subjectSchema } from "@luyue/core/event";
import { obligationKindSchema, obligationStateSchema } from "@luyue/core/obligation";
import { fulfilObligation } from "@luyue/usecases/obligation";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, jsonBody, listOf, secured } from "../document/describe.ts";
import { pageQuery, pageSchema } from "../document/page.ts";
import { eventAnswer } from "../event/index.ts";
import { sentView } from "../reminder/index.ts";
import { obligationView } from "./obligation-view.ts";

const about = { tags: ["obligation"] };
const obligationParams = contractParams.extend({ key: subjectSchema });

/** Query of a due list: dates inclusive. Without a state it holds everything that is not fulfilled. */
export const dueQuery = pageQuery.extend({
  from: civilDateSchema.optional(),
  to: civilDateSchema.optional(),
  kind: obligationKindSchema.optional(),
  state: obligationStateSchema.optional(),
});

const detailView = obligationView.extend({
  shape: z.enum(["single", "recurring", "quota", "continuous", "onDemand"]),
  period: z.string().nullable(),
  steps: listOf(
    z.custom<ExplanationStep>().meta({ type: "object", description: "how the date came about, as data" }),
  ),
  provisionalYears: listOf(z.int()),
  sent: listOf(sentView),
});

export const listRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/obligations",
  operationId: "listObligations",
  summary: "What is due, over all contracts, by date; what waits comes after it",
  request: { query: dueQuery },
  responses: { 200: jsonAnswer("A page of obligations", pageSchema(obligationView)) },
});

export const contractListRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/contracts/{contractId}/obligations",
  operationId: "listContractObligations",
  summary: "What is due under one contract, by date",
  request: { params: contractParams, query: dueQuery },
  responses: { 200: jsonAnswer("A page of obligations", pageSchema(obligationView)) },
});

export const readRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/contracts/{contractId}/obligations/{key}",
  operationId: "readObligation",
  summary: "One obligation: how its date came about, and what was sent about it",
  request: { params: obligationParams },
  responses: { 200: jsonAnswer("The obligation", detailView) },
});

export const fulfilRoute = createRoute({
  ...about,
  ...secured("obligation:fulfil"),
  method: "post",
  path: "/v1/contracts/{contractId}/obligations/{key}/fulfilment",
  operationId: "fulfilObligation",
  summary: "The obligation has been fulfilled, with the evidence that shows it",
  request: {
    params: obligationParams,
    headers: commandHeaders,
    body: jsonBody(fulfilObligation.input.omit({ contractId: true, key: true })),
  },
  responses: { 200: jsonAnswer("The event that fulfils it", eventAnswer) },
});
