import { createRoute } from "@hono/zod-openapi";
import { changeAccount } from "@luyue/usecases/account";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, jsonBody, nameSchema, secured } from "../document/describe.ts";

const about = { tags: ["account"] };
const path = "/v1/contracts/{contractId}/account";

const accountView = nameSchema(
  "Account",
  z.object({
    holder: z.string(),
    bank: z.string(),
    number: z
      .string()
      .meta({ description: "`****` and its last four digits, save to a finance officer who reads it" }),
    noticedOn: z.string().meta({ description: "civil date of the written notice" }),
  }),
);

export const accountAnswer = z.object({ contractId: z.string(), account: accountView });

export const accountRead = z.object({ contractId: z.string(), account: accountView.nullable() });

export const readRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path,
  operationId: "readAccount",
  summary: "The vendor's account to which the contract's payments go",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("The account; null before one has been entered", accountRead) },
});

export const changeRoute = createRoute({
  ...about,
  ...secured("account:change"),
  method: "put",
  path,
  operationId: "changeAccount",
  summary:
    "Enters the vendor's account, or another one by its written notice, as long before a payment as the contract wants",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(changeAccount.input.omit({ contractId: true })),
  },
  responses: { 200: jsonAnswer("The account, its number masked", accountAnswer) },
});
