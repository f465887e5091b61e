import { createRoute } from "@hono/zod-openapi";
import {
  answerPenalty,
  claimPenaltyOnBond,
  dismissPenalty,
  imposePenalty,
  proposePenalty,
  proposePenaltyByRule,
  recordPenaltyPaid,
  revokeCollection,
  setOffPenalty,
  waivePenalty,
  withdrawPenalty,
} from "@luyue/usecases/penalty";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, jsonBody, listOf, secured, textView } from "../document/describe.ts";
import {
  cutView,
  occasionView,
  penaltiesView,
  penaltyStateView,
  penaltyView,
  sumView,
} from "./penalty-view.ts";

const about = { tags: ["penalty"] };
const path = "/v1/contracts/{contractId}/penalties";
const penaltyParams = contractParams.extend({ penaltyId: answerPenalty.input.shape.penaltyId });
const named = { contractId: true, penaltyId: true } as const;
const answer = z.object({
  id: z.string(),
  state: penaltyStateView,
  answerBy: z.string().meta({ description: "last day for the vendor's answer" }),
  amount: z.string().nullable().meta({ description: "yuan, once it is imposed" }),
  open: z.string().nullable().meta({ description: "what of it is not dealt with yet" }),
});

const collected = answer.extend({
  collectionId: z.string(),
  way: z.enum(["setOff", "bond", "paid", "waived"]),
  collected: z.string().meta({ description: "yuan" }),
});

export const listRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path,
  operationId: "listPenalties",
  summary:
    "The penalties of a contract with their arithmetic, the newest first, and how far shared caps are used",
  request: { params: contractParams, query: z.object({ state: penaltyStateView.optional() }) },
  responses: { 200: jsonAnswer("The penalties", penaltiesView) },
});

export const readRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: `${path}/{penaltyId}`,
  operationId: "readPenalty",
  summary: "One penalty: its arithmetic, the answer, what caps cut, and how it was dealt with",
  request: { params: penaltyParams },
  responses: { 200: jsonAnswer("The penalty", penaltyView) },
});

export const answerRoute = createRoute({
  ...about,
  ...secured("penalty:answer"),
  method: "post",
  path: `${path}/{penaltyId}/answer`,
  operationId: "answerPenalty",
  summary: "Enters the vendor's answer to a proposed penalty from a paper",
  request: {
    params: penaltyParams,
    headers: commandHeaders,
    body: jsonBody(answerPenalty.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The penalty", answer.extend({ agrees: z.boolean() })) },
});

export const occasionsRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/contracts/{contractId}/penalty-occasions",
  operationId: "listPenaltyOccasions",
  summary:
    "What the record shows that a penalty may be owed for, each with its arithmetic; nobody has to propose it",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("The occasions", z.object({ items: listOf(occasionView) })) },
});

export const proposeByRuleRoute = createRoute({
  ...about,
  ...secured("penalty:propose"),
  method: "post",
  path: "/v1/contracts/{contractId}/penalties/by-rule",
  operationId: "proposePenaltyByRule",
  summary:
    "Proposes a penalty by a rule of the terms, for an occasion on the record or for a quantity; the sum is worked out here",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(proposePenaltyByRule.input.omit({ contractId: true })),
  },
  responses: { 201: jsonAnswer("The penalty", answer.extend({ sum: sumView, why: textView })) },
});

export const proposeRoute = createRoute({
  ...about,
  ...secured("penalty:propose"),
  method: "post",
  path: path,
  operationId: "proposePenalty",
  summary: "Proposes a penalty that no rule works out: a person names the sum and the clause",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(proposePenalty.input.omit({ contractId: true })),
  },
  responses: { 201: jsonAnswer("The penalty", answer.extend({ sum: sumView, why: textView })) },
});

export const imposeRoute = createRoute({
  ...about,
  ...secured("penalty:decide"),
  method: "post",
  path: `${path}/{penaltyId}/imposition`,
  operationId: "imposePenalty",
  summary: "Imposes a penalty that somebody else proposed; what is beyond a cap is cut",
  request: {
    params: penaltyParams,
    headers: commandHeaders,
    body: jsonBody(imposePenalty.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The penalty", answer.extend({ gross: z.string(), cuts: listOf(cutView) })) },
});

export const dismissRoute = createRoute({
  ...about,
  ...secured("penalty:decide"),
  method: "post",
  path: `${path}/{penaltyId}/dismissal`,
  operationId: "dismissPenalty",
  summary: "Turns a proposed penalty down",
  request: {
    params: penaltyParams,
    headers: commandHeaders,
    body: jsonBody(dismissPenalty.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The penalty", answer) },
});

export const withdrawRoute = createRoute({
  ...about,
  ...secured("penalty:decide"),
  method: "post",
  path: `${path}/{penaltyId}/withdrawal`,
  operationId: "withdrawPenalty",
  summary: "Takes a penalty back of which nothing has been dealt with",
  request: {
    params: penaltyParams,
    headers: commandHeaders,
    body: jsonBody(withdrawPenalty.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The penalty", answer) },
});

export const setOffRoute = createRoute({
  ...about,
  ...secured("penalty:collect"),
  method: "post",
  path: `${path}/{penaltyId}/set-offs`,
  operationId: "setOffPenalty",
  summary: "Sets an imposed penalty, or a part of it, off against the next payments",
  request: {
    params: penaltyParams,
    headers: commandHeaders,
    body: jsonBody(setOffPenalty.input.omit(named)),
  },
  responses: { 201: jsonAnswer("The penalty", collected) },
});

export const claimRoute = createRoute({
  ...about,
  ...secured("bond:claim"),
  method: "post",
  path: `${path}/{penaltyId}/bond-claims`,
  operationId: "claimPenaltyOnBond",
  summary: "Claims an imposed penalty, or a part of it, on the bond",
  request: {
    params: penaltyParams,
    headers: commandHeaders,
    body: jsonBody(claimPenaltyOnBond.input.omit(named)),
  },
  responses: { 201: jsonAnswer("The penalty", collected) },
});

export const paidRoute = createRoute({
  ...about,
  ...secured("penalty:collect"),
  method: "post",
  path: `${path}/{penaltyId}/payments`,
  operationId: "recordPenaltyPaid",
  summary: "Records that the vendor has paid an imposed penalty, or a part of it",
  request: {
    params: penaltyParams,
    headers: commandHeaders,
    body: jsonBody(recordPenaltyPaid.input.omit(named)),
  },
  responses: { 201: jsonAnswer("The penalty", collected) },
});

export const waiveRoute = createRoute({
  ...about,
  ...secured("penalty:decide"),
  method: "post",
  path: `${path}/{penaltyId}/waivers`,
  operationId: "waivePenalty",
  summary: "Waives an imposed penalty, or a part of it, with the reason",
  request: {
    params: penaltyParams,
    headers: commandHeaders,
    body: jsonBody(waivePenalty.input.omit(named)),
  },
  responses: { 201: jsonAnswer("The penalty", collected) },
});

export const revokeRoute = createRoute({
  ...about,
  ...secured("penalty:decide"),
  method: "post",
  path: `${path}/{penaltyId}/collections/{collectionId}/revocation`,
  operationId: "revokePenaltyCollection",
  summary: "Takes back how some of a penalty was dealt with: it is open again",
  request: {
    params: penaltyParams.extend({ collectionId: revokeCollection.input.shape.collectionId }),
    headers: commandHeaders,
    body: jsonBody(revokeCollection.input.omit({ ...named, collectionId: true })),
  },
  responses: { 200: jsonAnswer("The penalty", answer) },
});
