import { createRoute } from "@hono/zod-openapi";
import {
  activateContract,
  amendContract,
  contractIdSchema,
  contractStatusSchema,
  draftContract,
  editDraft,
} from "@luyue/usecases/contract";
import * as z from "zod";
import { checkCounts } from "../check/check-view.ts";
import { commandHeaders } from "../command/index.ts";
import { jsonAnswer, jsonBody, listOf, secured } from "../document/describe.ts";
import { pageQuery, pageSchema } from "../document/page.ts";
import { contractStateView, contractView, derivationView, termsBody, termsView } from "./contract-view.ts";

const about = { tags: ["contract"] };
export const contractParams = z.object({ contractId: contractIdSchema });
/** A vendor's address says whose contract it means. */
export const agencyIdSchema = z.string().regex(/^[a-z0-9][a-z0-9_]{0,63}$/);
/** A vendor serves many agencies: the address names the one whose contract it is, as the list of contracts gives it. */
export const partnerContractPath = "/v1/partner/agencies/{agencyId}/contracts/{contractId}";
export const partnerContractParams = contractParams.extend({ agencyId: agencyIdSchema });
const headView = z.object({ id: z.string(), status: contractStatusSchema });
const draftView = headView.extend({
  checks: checkCounts.meta({ description: "what the checks say; `…/checks` has each of them" }),
});

export const listRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/contracts",
  operationId: "listContracts",
  summary: "The agency's contracts, by number",
  request: { query: pageQuery },
  responses: { 200: jsonAnswer("A page of contracts", pageSchema(contractView)) },
});

export const draftRoute = createRoute({
  ...about,
  ...secured("contract:write"),
  method: "post",
  path: "/v1/contracts",
  operationId: "draftContract",
  summary: "Enters the terms of a signed contract as a draft",
  request: { headers: commandHeaders, body: jsonBody(draftContract.input.extend({ terms: termsBody })) },
  responses: { 201: jsonAnswer("The draft; `Location` is its address", draftView) },
});

export const readRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/contracts/{contractId}",
  operationId: "readContract",
  summary: "A contract: head, terms that hold now, events",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("The contract; `ETag` is its version", contractStateView) },
});

export const editRoute = createRoute({
  ...about,
  ...secured("contract:write"),
  method: "put",
  path: "/v1/contracts/{contractId}/terms",
  operationId: "editDraft",
  summary: "Replaces the terms of a draft",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(editDraft.input.omit({ contractId: true }).extend({ terms: termsBody })),
  },
  responses: { 200: jsonAnswer("The draft", draftView) },
});

export const activateRoute = createRoute({
  ...about,
  ...secured("contract:write"),
  method: "post",
  path: "/v1/contracts/{contractId}/activate",
  operationId: "activateContract",
  summary: "Confirms the terms: the contract's obligations are derived",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: { content: jsonBody(activateContract.input.omit({ contractId: true })).content },
  },
  responses: { 200: jsonAnswer("The active contract", headView.extend({ obligations: z.int() })) },
});

export const amendRoute = createRoute({
  ...about,
  ...secured("contract:write"),
  method: "post",
  path: "/v1/contracts/{contractId}/amendments",
  operationId: "amendContract",
  summary: "Changes the terms by a supplement; earlier versions stay readable",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(amendContract.input.omit({ contractId: true }).extend({ terms: termsBody })),
  },
  responses: {
    201: jsonAnswer(
      "The new version of the terms, and what it did to the obligations",
      z.object({ id: z.string(), termsVersion: z.int(), obligations: derivationView }),
    ),
  },
});

export const versionsRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/contracts/{contractId}/terms",
  operationId: "listTermsVersions",
  summary: "Every version of the terms, the first one first",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("The versions", z.object({ items: listOf(termsView) })) },
});
