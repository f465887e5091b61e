import { createRoute } from "@hono/zod-openapi";
import { subjectSchema } from "@luyue/core/event";
import {
  acceptDeliverable,
  reopenDeliverable,
  returnDeliverable,
  submitDeliverable,
  withdrawDeliverable,
} from "@luyue/usecases/deliverable";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, jsonBody, listOf, secured } from "../document/describe.ts";
import { progressView } from "./progress-view.ts";
import {
  agencySubmissionView,
  submissionAnswer,
  submissionStateSchema,
  submittedAnswer,
} from "./submission-view.ts";

const about = { tags: ["deliverable"] };
const submissionParams = contractParams.extend({ submissionId: acceptDeliverable.input.shape.submissionId });
const named = { contractId: true, submissionId: true } as const;
const path = "/v1/contracts/{contractId}/submissions";

/** Query of a list of submissions: those for one obligation, in one state. */
export const submissionQuery = z.object({
  of: subjectSchema.optional(),
  state: submissionStateSchema.optional(),
});

export const listRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path,
  operationId: "listSubmissions",
  summary: "What was handed in under a contract, whatever became of it, the newest first",
  request: { params: contractParams, query: submissionQuery },
  responses: { 200: jsonAnswer("The submissions", z.object({ items: listOf(agencySubmissionView) })) },
});

export const submitRoute = createRoute({
  ...about,
  ...secured("work:submit"),
  method: "post",
  path,
  operationId: "submitDeliverable",
  summary: "Enters a deliverable, a report, a plan or the record of a service that came on paper",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(submitDeliverable.input.omit({ contractId: true })),
  },
  responses: { 201: jsonAnswer("The submission, and when it was due", submittedAnswer) },
});

export const acceptRoute = createRoute({
  ...about,
  ...secured("work:check"),
  method: "post",
  path: `${path}/{submissionId}/acceptance`,
  operationId: "acceptDeliverable",
  summary: "It is good; somebody else has entered it. Where it falls short of the terms, `despite` says why",
  request: {
    params: submissionParams,
    headers: commandHeaders,
    body: { content: jsonBody(acceptDeliverable.input.omit(named)).content },
  },
  responses: { 200: jsonAnswer("The submission", submissionAnswer) },
});

export const returnRoute = createRoute({
  ...about,
  ...secured("work:check"),
  method: "post",
  path: `${path}/{submissionId}/return`,
  operationId: "returnDeliverable",
  summary: "Sends it back with the reason; the vendor hands in the next version",
  request: {
    params: submissionParams,
    headers: commandHeaders,
    body: jsonBody(returnDeliverable.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The submission", submissionAnswer) },
});

export const withdrawRoute = createRoute({
  ...about,
  ...secured("work:submit"),
  method: "post",
  path: `${path}/{submissionId}/withdrawal`,
  operationId: "withdrawDeliverable",
  summary: "Takes back what has not been checked",
  request: {
    params: submissionParams,
    headers: commandHeaders,
    body: jsonBody(withdrawDeliverable.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The submission", submissionAnswer) },
});

export const reopenRoute = createRoute({
  ...about,
  ...secured("work:check"),
  method: "post",
  path: `${path}/{submissionId}/reopening`,
  operationId: "reopenDeliverable",
  summary: "Takes back an acceptance or a return that was made in error: it waits for its check again",
  request: {
    params: submissionParams,
    headers: commandHeaders,
    body: jsonBody(reopenDeliverable.input.omit(named)),
  },
  responses: { 200: jsonAnswer("The submission", submissionAnswer) },
});

export const progressRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/contracts/{contractId}/progress",
  operationId: "readProgress",
  summary: "How far each service, deliverable and report of the terms has come",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("A row for each, in the order of the terms", progressView) },
});
