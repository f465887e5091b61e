import { createRoute } from "@hono/zod-openapi";
import {
  claimBond,
  enterBond,
  recordClaimPaid,
  releaseBond,
  withdrawBond,
  withdrawClaim,
} from "@luyue/usecases/bond";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { contractParams, partnerContractParams, partnerContractPath } from "../contract/index.ts";
import { jsonAnswer, jsonBody, secured } from "../document/describe.ts";
import { bondStateView, bondsView } from "./bond-view.ts";

const about = { tags: ["bond"] };
const path = "/v1/contracts/{contractId}/bonds";
const bondParams = contractParams.extend({ bondId: claimBond.input.shape.bondId });
const claimParams = bondParams.extend({ claimId: recordClaimPaid.input.shape.claimId });
const named = { contractId: true, bondId: true } as const;
const answer = z.object({ id: z.string(), state: bondStateView, validUntil: z.string() });
const claimed = answer.extend({
  claimId: z.string(),
  open: z.string().meta({ description: "what may still be claimed, yuan" }),
});

export const listRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path,
  operationId: "listBonds",
  summary: "The bonds of a contract with their claims, and whether one is in force for long enough",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("The bonds", bondsView) },
});

export const partnerListRoute = createRoute({
  ...secured("partner:read"),
  tags: ["partner"],
  method: "get",
  path: `${partnerContractPath}/bonds`,
  operationId: "listPartnerBonds",
  summary: "The bonds of one of the vendor's contracts, and until when they have to be valid",
  request: { params: partnerContractParams },
  responses: { 200: jsonAnswer("The bonds", bondsView) },
});

export const enterRoute = createRoute({
  ...about,
  ...secured("bond:enter"),
  method: "post",
  path: path,
  operationId: "enterBond",
  summary: "Enters a bond that was received, or one that extends another",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(enterBond.input.omit({ contractId: true })),
  },
  responses: { 201: jsonAnswer("The bond", answer) },
});

export const claimRoute = createRoute({
  ...about,
  ...secured("bond:claim"),
  method: "post",
  path: `${path}/{bondId}/claims`,
  operationId: "claimBond",
  summary: "Claims on a bond that is in force, for what is no penalty",
  request: {
    params: bondParams,
    headers: commandHeaders,
    body: jsonBody(claimBond.input.omit(named)),
  },
  responses: { 201: jsonAnswer("The bond", claimed) },
});

export const claimPaidRoute = createRoute({
  ...about,
  ...secured("bond:claim"),
  method: "post",
  path: `${path}/{bondId}/claims/{claimId}/payment`,
  operationId: "recordBondClaimPaid",
  summary: "Records that the issuer has paid a claim",
  request: {
    params: claimParams,
    headers: commandHeaders,
    body: jsonBody(recordClaimPaid.input.omit({ ...named, claimId: true })),
  },
  responses: { 200: jsonAnswer("The bond", claimed) },
});

export const withdrawClaimRoute = createRoute({
  ...about,
  ...secured("bond:claim"),
  method: "post",
  path: `${path}/{bondId}/claims/{claimId}/withdrawal`,
  operationId: "withdrawBondClaim",
  summary: "Takes back a claim that has not been paid",
  request: {
    params: claimParams,
    headers: commandHeaders,
    body: jsonBody(withdrawClaim.input.omit({ ...named, claimId: true })),
  },
  responses: { 200: jsonAnswer("The bond", claimed) },
});

export const releaseRoute = createRoute({
  ...about,
  ...secured("bond:enter"),
  method: "post",
  path: `${path}/{bondId}/release`,
  operationId: "releaseBond",
  summary: "Gives a bond back to the vendor",
  request: {
    params: bondParams,
    headers: commandHeaders,
    body: jsonBody(releaseBond.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The bond", answer) },
});

export const withdrawRoute = createRoute({
  ...about,
  ...secured("bond:enter"),
  method: "post",
  path: `${path}/{bondId}/withdrawal`,
  operationId: "withdrawBond",
  summary: "Takes a bond off the file that was entered in error",
  request: {
    params: bondParams,
    headers: commandHeaders,
    body: jsonBody(withdrawBond.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The bond", answer) },
});
