import { createRoute } from "@hono/zod-openapi";
import { civilDateSchema } from "@luyue/core/civil-date";
import { keySchema } from "@luyue/core/event";
import {
  amendContract,
  closeContract,
  contractStatusSchema,
  endContract,
  reopenContract,
  resumeContract,
  withdrawAmendment,
} from "@luyue/usecases/contract";
import * as z from "zod";
import { checkView } from "../check/index.ts";
import { commandHeaders } from "../command/index.ts";
import { contractParams, derivationView, effectView, termsBody } from "../contract/index.ts";
import { jsonAnswer, jsonBody, listOf, secured, textView } from "../document/describe.ts";

const about = { tags: ["contract"] };
const statusView = z.object({ id: z.string(), status: contractStatusSchema });
const command = { params: contractParams, headers: commandHeaders };
const money = z.string().meta({ description: "yuan, two decimals" });

export const previewRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "post",
  path: "/v1/contracts/{contractId}/amendments/preview",
  operationId: "previewAmendment",
  summary: "What a supplement would change, to be read before it is signed; nothing is stored",
  request: {
    params: contractParams,
    body: jsonBody(amendContract.input.pick({ from: true }).extend({ terms: termsBody })),
  },
  responses: {
    200: jsonAnswer(
      "The differences of the terms and of the obligations",
      z.object({
        differences: listOf(
          z.object({
            change: z.enum(["added", "removed", "changed"]),
            place: z.string(),
            subject: textView,
            field: textView.nullable(),
            before: textView.nullable(),
            after: textView.nullable(),
          }),
        ),
        obligations: derivationView,
        effects: listOf(effectView).meta({
          description: "the obligations that it touches, the first hundred",
        }),
        addedWork: z.object({
          verdict: z.enum(["passed", "failed"]),
          original: money,
          added: money,
          most: money,
          rate: z.string(),
          figures: textView,
          source: textView,
        }),
        failedChecks: listOf(checkView).meta({ description: "what fails now and did not fail before" }),
      }),
    ),
  },
});

export const withdrawAmendmentRoute = createRoute({
  ...about,
  ...secured("contract:write"),
  method: "post",
  path: "/v1/contracts/{contractId}/amendments/withdrawal",
  operationId: "withdrawAmendment",
  summary: "Takes back an amendment whose day has not come",
  request: { ...command, body: jsonBody(withdrawAmendment.input.omit({ contractId: true })) },
  responses: { 200: jsonAnswer("The terms that hold", z.object({ id: z.string(), termsVersion: z.int() })) },
});

export const settlementRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/contracts/{contractId}/settlement",
  operationId: "previewSettlement",
  summary: "What an early end on an agreed ground would settle by the time worked",
  request: {
    params: contractParams,
    query: z.strictObject({ ground: keySchema, on: civilDateSchema.optional() }),
  },
  responses: {
    200: jsonAnswer(
      "The proposal",
      z.object({
        ground: textView,
        noticedOn: z.string().nullable(),
        possibleFrom: z.string().nullable().meta({ description: "the first day after the notice has run" }),
        days: z.int(),
        termDays: z.int(),
        price: money,
        why: textView,
      }),
    ),
  },
});

export const endRoute = createRoute({
  ...about,
  ...secured("contract:write"),
  method: "post",
  path: "/v1/contracts/{contractId}/end",
  operationId: "endContract",
  summary: "Ends a contract early; the price of the work done takes the place of what is not paid",
  request: { ...command, body: jsonBody(endContract.input.omit({ contractId: true })) },
  responses: {
    200: jsonAnswer(
      "The terminated contract",
      statusView.extend({ eventId: z.string(), price: money, refundOwed: money }),
    ),
  },
});

export const resumeRoute = createRoute({
  ...about,
  ...secured("contract:write"),
  method: "post",
  path: "/v1/contracts/{contractId}/resume",
  operationId: "resumeContract",
  summary: "Undoes an early end that was recorded in error",
  request: { ...command, body: jsonBody(resumeContract.input.omit({ contractId: true })) },
  responses: { 200: jsonAnswer("The active contract", statusView) },
});

export const closeRoute = createRoute({
  ...about,
  ...secured("contract:write"),
  method: "post",
  path: "/v1/contracts/{contractId}/close",
  operationId: "closeContract",
  summary: "Closes a contract of which nothing is open, or with a reason",
  request: { ...command, body: jsonBody(closeContract.input.omit({ contractId: true })) },
  responses: { 200: jsonAnswer("The closed contract", statusView.extend({ open: listOf(textView) })) },
});

export const openMattersRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/contracts/{contractId}/open-matters",
  operationId: "listOpenMatters",
  summary: "What is still open of a contract and keeps it from being closed without a reason",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("What is open", z.object({ items: listOf(textView) })) },
});

export const reopenRoute = createRoute({
  ...about,
  ...secured("contract:write"),
  method: "post",
  path: "/v1/contracts/{contractId}/reopen",
  operationId: "reopenContract",
  summary: "Opens a closed contract again",
  request: { ...command, body: jsonBody(reopenContract.input.omit({ contractId: true })) },
  responses: { 200: jsonAnswer("The contract", statusView) },
});
