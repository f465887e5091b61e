import { createRoute } from "@hono/zod-openapi";
import { changeAccount } from "@luyue/usecases/account";
import { submitInvoice, withdrawInvoice } from "@luyue/usecases/invoice";
import * as z from "zod";
import { accountAnswer, accountRead } from "../account/index.ts";
import { commandHeaders } from "../command/index.ts";
import { partnerContractParams, partnerContractPath } from "../contract/index.ts";
import { jsonAnswer, jsonBody, listOf, secured } from "../document/describe.ts";
import { invoiceAnswer, invoiceView, submittedAnswer } from "../invoice/index.ts";

const about = { tags: ["partner"] };
const path = partnerContractPath;
const params = partnerContractParams;

export const listRoute = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path: `${path}/invoices`,
  operationId: "listPartnerInvoices",
  summary: "The invoices of one of the vendor's contracts, whatever became of them, the newest first",
  request: { params },
  responses: { 200: jsonAnswer("The invoices", z.object({ items: listOf(invoiceView) })) },
});

export const submitRoute = createRoute({
  ...about,
  ...secured("invoice:submit"),
  method: "post",
  path: `${path}/invoices`,
  operationId: "submitPartnerInvoice",
  summary: "Hands in an invoice today",
  request: {
    params,
    headers: commandHeaders,
    body: jsonBody(submitInvoice.input.omit({ contractId: true, receivedOn: true })),
  },
  responses: { 201: jsonAnswer("The invoice, and what is still to be invoiced", submittedAnswer) },
});

export const withdrawRoute = createRoute({
  ...about,
  ...secured("invoice:submit"),
  method: "post",
  path: `${path}/invoices/{invoiceId}/withdrawal`,
  operationId: "withdrawPartnerInvoice",
  summary: "Takes back an invoice of the vendor's own that has not been checked",
  request: {
    params: params.extend({ invoiceId: withdrawInvoice.input.shape.invoiceId }),
    headers: commandHeaders,
    body: jsonBody(withdrawInvoice.input.omit({ contractId: true, invoiceId: true })),
  },
  responses: { 200: jsonAnswer("The invoice", invoiceAnswer) },
});

export const readAccountRoute = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path: `${path}/account`,
  operationId: "readPartnerAccount",
  summary: "The vendor's account to which the contract's payments go, its number masked",
  request: { params },
  responses: { 200: jsonAnswer("The account; null before one has been entered", accountRead) },
});

export const accountRoute = createRoute({
  ...about,
  ...secured("account:change"),
  method: "put",
  path: `${path}/account`,
  operationId: "changePartnerAccount",
  summary: "Enters the vendor's account, or announces another one today",
  request: {
    params,
    headers: commandHeaders,
    body: jsonBody(changeAccount.input.omit({ contractId: true, noticedOn: true })),
  },
  responses: { 200: jsonAnswer("The account, its number masked", accountAnswer) },
});
