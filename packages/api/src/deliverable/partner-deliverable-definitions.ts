import { createRoute } from "@hono/zod-openapi";
import { submitDeliverable, withdrawDeliverable } from "@luyue/usecases/deliverable";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { partnerContractParams, partnerContractPath } from "../contract/index.ts";
import { jsonAnswer, jsonBody, listOf, secured } from "../document/describe.ts";
import { submissionQuery } from "./deliverable-definitions.ts";
import { progressView } from "./progress-view.ts";
import { submissionAnswer, submissionView, submittedAnswer } from "./submission-view.ts";

const about = { tags: ["partner"] };
const path = partnerContractPath;
const params = partnerContractParams;

export const listRoute = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path: `${path}/submissions`,
  operationId: "listPartnerSubmissions",
  summary: "What was handed in under one of the vendor's contracts, the newest first",
  request: { params, query: submissionQuery },
  responses: { 200: jsonAnswer("The submissions", z.object({ items: listOf(submissionView) })) },
});

export const submitRoute = createRoute({
  ...about,
  ...secured("work:submit"),
  method: "post",
  path: `${path}/submissions`,
  operationId: "submitPartnerDeliverable",
  summary: "Hands in a deliverable, a report, a plan or the record of a service",
  request: {
    params,
    headers: commandHeaders,
    body: jsonBody(submitDeliverable.input.omit({ contractId: true, submittedOn: true })),
  },
  responses: { 201: jsonAnswer("The submission, and when it was due", submittedAnswer) },
});

export const withdrawRoute = createRoute({
  ...about,
  ...secured("work:submit"),
  method: "post",
  path: `${path}/submissions/{submissionId}/withdrawal`,
  operationId: "withdrawPartnerDeliverable",
  summary: "Takes back what the vendor's own people handed in and nobody has checked",
  request: {
    params: params.extend({ submissionId: withdrawDeliverable.input.shape.submissionId }),
    headers: commandHeaders,
    body: jsonBody(withdrawDeliverable.input.omit({ contractId: true, submissionId: true })),
  },
  responses: { 200: jsonAnswer("The submission", submissionAnswer) },
});

export const progressRoute = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path: `${path}/progress`,
  operationId: "readPartnerProgress",
  summary: "How far each service, deliverable and report of the terms has come",
  request: { params },
  responses: { 200: jsonAnswer("A row for each, in the order of the terms", progressView) },
});
