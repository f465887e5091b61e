import { createRoute } from "@hono/zod-openapi";
import {
  approvePayment,
  recordPayment,
  refundPayment,
  rejectPayment,
  requestPayment,
  reversePayment,
  withdrawPayment,
} from "@luyue/usecases/payment";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, jsonBody, listOf, secured } from "../document/describe.ts";
import { amountView, setOffView } from "./line-view.ts";
import { lineParams } from "./payment-definitions.ts";
import { paymentStateSchema } from "./request-view.ts";

const about = { tags: ["payment"] };
const requestParams = contractParams.extend({ paymentId: approvePayment.input.shape.paymentId });
const named = { contractId: true, paymentId: true } as const;

const answer = z.object({
  id: z.string(),
  state: paymentStateSchema,
  amount: amountView.meta({ description: "what goes to the vendor" }),
  setOffs: listOf(setOffView),
});

export const requestRoute = createRoute({
  ...about,
  ...secured("payment:request"),
  method: "post",
  path: "/v1/contracts/{contractId}/payments/{of}/requests",
  operationId: "requestPayment",
  summary: "Asks for a payment, whole or in part; approved deductions are set off first",
  request: {
    params: lineParams,
    headers: commandHeaders,
    body: jsonBody(requestPayment.input.omit({ contractId: true, of: true })),
  },
  responses: { 201: jsonAnswer("The request", answer) },
});

export const approveRoute = createRoute({
  ...about,
  ...secured("payment:approve"),
  method: "post",
  path: "/v1/contracts/{contractId}/payment-requests/{paymentId}/approval",
  operationId: "approvePayment",
  summary: "Approves a payment that somebody else asked for",
  request: { params: requestParams, headers: commandHeaders },
  responses: { 200: jsonAnswer("The request", answer) },
});

export const rejectRoute = createRoute({
  ...about,
  ...secured("payment:approve"),
  method: "post",
  path: "/v1/contracts/{contractId}/payment-requests/{paymentId}/rejection",
  operationId: "rejectPayment",
  summary: "Turns a request for a payment down",
  request: {
    params: requestParams,
    headers: commandHeaders,
    body: jsonBody(rejectPayment.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The request", answer) },
});

export const withdrawRoute = createRoute({
  ...about,
  ...secured("payment:request"),
  method: "post",
  path: "/v1/contracts/{contractId}/payment-requests/{paymentId}/withdrawal",
  operationId: "withdrawPayment",
  summary: "Takes back a payment that has not been paid",
  request: {
    params: requestParams,
    headers: commandHeaders,
    body: jsonBody(withdrawPayment.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The request", answer) },
});

export const payRoute = createRoute({
  ...about,
  ...secured("payment:pay"),
  method: "post",
  path: "/v1/contracts/{contractId}/payment-requests/{paymentId}/payment",
  operationId: "recordPayment",
  summary: "An approved payment has been made: day, voucher and amount as the bank shows them",
  request: {
    params: requestParams,
    headers: commandHeaders,
    body: jsonBody(recordPayment.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The request", answer) },
});

export const reverseRoute = createRoute({
  ...about,
  ...secured("payment:pay"),
  method: "post",
  path: "/v1/contracts/{contractId}/payment-requests/{paymentId}/reversal",
  operationId: "reversePayment",
  summary: "A payment was recorded in error: it is approved and unpaid again",
  request: {
    params: requestParams,
    headers: commandHeaders,
    body: jsonBody(reversePayment.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The request", answer) },
});

export const refundRoute = createRoute({
  ...about,
  ...secured("payment:pay"),
  method: "post",
  path: "/v1/contracts/{contractId}/payment-requests/{paymentId}/refunds",
  operationId: "refundPayment",
  summary: "The vendor has paid something back: it is owed again",
  request: {
    params: requestParams,
    headers: commandHeaders,
    body: jsonBody(refundPayment.input.omit(named)),
  },
  responses: { 201: jsonAnswer("The request that was paid", answer) },
});
