import { createRoute } from "@hono/zod-openapi";
import {
  approveDeduction,
  proposeDeduction,
  rejectDeduction,
  withdrawDeduction,
} from "@luyue/usecases/deduction";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, jsonBody, listOf, secured } from "../document/describe.ts";
import { amountView, deductionStateSchema, deductionView } from "./deduction-view.ts";

const about = { tags: ["deduction"] };
const deductionParams = contractParams.extend({ deductionId: approveDeduction.input.shape.deductionId });
const named = { contractId: true, deductionId: true } as const;
const answer = z.object({ id: z.string(), state: deductionStateSchema, amount: amountView });

export const listRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/contracts/{contractId}/deductions",
  operationId: "listDeductions",
  summary: "The deductions of a contract and what payments have set off of them, the newest first",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("The deductions", z.object({ items: listOf(deductionView) })) },
});

export const proposeRoute = createRoute({
  ...about,
  ...secured("deduction:propose"),
  method: "post",
  path: "/v1/contracts/{contractId}/deductions",
  operationId: "proposeDeduction",
  summary: "Proposes a deduction; somebody else decides it",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(proposeDeduction.input.omit({ contractId: true })),
  },
  responses: { 201: jsonAnswer("The deduction", answer) },
});

export const approveRoute = createRoute({
  ...about,
  ...secured("deduction:decide"),
  method: "post",
  path: "/v1/contracts/{contractId}/deductions/{deductionId}/approval",
  operationId: "approveDeduction",
  summary: "Approves a deduction that somebody else proposed: the next payment sets it off",
  request: { params: deductionParams, headers: commandHeaders },
  responses: { 200: jsonAnswer("The deduction", answer) },
});

export const rejectRoute = createRoute({
  ...about,
  ...secured("deduction:decide"),
  method: "post",
  path: "/v1/contracts/{contractId}/deductions/{deductionId}/rejection",
  operationId: "rejectDeduction",
  summary: "Turns a proposed deduction down",
  request: {
    params: deductionParams,
    headers: commandHeaders,
    body: jsonBody(rejectDeduction.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The deduction", answer) },
});

export const withdrawRoute = createRoute({
  ...about,
  ...secured("deduction:decide"),
  method: "post",
  path: "/v1/contracts/{contractId}/deductions/{deductionId}/withdrawal",
  operationId: "withdrawDeduction",
  summary: "Takes back a deduction that no payment has taken",
  request: {
    params: deductionParams,
    headers: commandHeaders,
    body: jsonBody(withdrawDeduction.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The deduction", answer) },
});
