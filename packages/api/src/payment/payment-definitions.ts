import { createRoute } from "@hono/zod-openapi";
import { civilDateSchema } from "@luyue/core/civil-date";
import { subjectSchema } from "@luyue/core/event";
import * as z from "zod";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, secured } from "../document/describe.ts";
import { contractPaymentsView } from "./contract-payments-view.ts";
import { paymentDetailView } from "./detail-view.ts";
import { interestDaysView } from "./interest-view.ts";

const about = { tags: ["payment"] };
export const lineParams = contractParams.extend({ of: subjectSchema });

const throughQuery = z.strictObject({
  through: civilDateSchema.optional().meta({
    description:
      "the last day of interest, today without it, at most five years ahead; as if nothing more happened",
  }),
});

export const listRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/contracts/{contractId}/payments",
  operationId: "listPayments",
  summary: "The payments of a contract with their balances, sums, open deductions, service beyond the term",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("The payments, in the order of the contract", contractPaymentsView) },
});

export const readRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/contracts/{contractId}/payments/{of}",
  operationId: "readPayment",
  summary: "Can this be paid today, and if not: what is missing, who has to act, by when",
  request: { params: lineParams },
  responses: { 200: jsonAnswer("The payment", paymentDetailView) },
});

export const interestRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/contracts/{contractId}/payments/{of}/interest",
  operationId: "readPaymentInterest",
  summary: "Interest on a late payment, day by day",
  request: { params: lineParams, query: throughQuery },
  responses: { 200: jsonAnswer("The interest; its days add up to its amount", interestDaysView) },
});
