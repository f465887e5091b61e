import { createRoute } from "@hono/zod-openapi";
import {
  acceptInvoice,
  rejectInvoice,
  revokeInvoice,
  submitInvoice,
  withdrawInvoice,
} from "@luyue/usecases/invoice";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, jsonBody, listOf, secured } from "../document/describe.ts";
import { agencyInvoiceView, invoiceAnswer, submittedAnswer } from "./invoice-view.ts";

const about = { tags: ["invoice"] };
const invoiceParams = contractParams.extend({ invoiceId: acceptInvoice.input.shape.invoiceId });
const named = { contractId: true, invoiceId: true } as const;
const path = "/v1/contracts/{contractId}/invoices";

export const listRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path,
  operationId: "listInvoices",
  summary: "The invoices of a contract, whatever became of them, the newest first",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("The invoices", z.object({ items: listOf(agencyInvoiceView) })) },
});

export const submitRoute = createRoute({
  ...about,
  ...secured("invoice:submit"),
  method: "post",
  path,
  operationId: "submitInvoice",
  summary: "Enters an invoice that came on paper",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(submitInvoice.input.omit({ contractId: true })),
  },
  responses: { 201: jsonAnswer("The invoice, and what is still to be invoiced", submittedAnswer) },
});

export const acceptRoute = createRoute({
  ...about,
  ...secured("invoice:check"),
  method: "post",
  path: `${path}/{invoiceId}/acceptance`,
  operationId: "acceptInvoice",
  summary: "The invoice is right; somebody else has entered it",
  request: { params: invoiceParams, headers: commandHeaders },
  responses: { 200: jsonAnswer("The invoice", invoiceAnswer) },
});

export const rejectRoute = createRoute({
  ...about,
  ...secured("invoice:check"),
  method: "post",
  path: `${path}/{invoiceId}/rejection`,
  operationId: "rejectInvoice",
  summary: "Sends the invoice back with the reason; its number is free again",
  request: {
    params: invoiceParams,
    headers: commandHeaders,
    body: jsonBody(rejectInvoice.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The invoice", invoiceAnswer) },
});

export const withdrawRoute = createRoute({
  ...about,
  ...secured("invoice:submit"),
  method: "post",
  path: `${path}/{invoiceId}/withdrawal`,
  operationId: "withdrawInvoice",
  summary: "Takes back an invoice that has not been checked",
  request: {
    params: invoiceParams,
    headers: commandHeaders,
    body: jsonBody(withdrawInvoice.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The invoice", invoiceAnswer) },
});

export const revokeRoute = createRoute({
  ...about,
  ...secured("invoice:check"),
  method: "post",
  path: `${path}/{invoiceId}/revocation`,
  operationId: "revokeInvoice",
  summary: "Rejects an invoice that was accepted in error, while no payment rests on it",
  request: {
    params: invoiceParams,
    headers: commandHeaders,
    body: jsonBody(revokeInvoice.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The invoice", invoiceAnswer) },
});
