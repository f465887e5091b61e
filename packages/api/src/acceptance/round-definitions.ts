import { createRoute } from "@hono/zod-openapi";
import {
  assessRound,
  concludeRound,
  objectAcceptance,
  reopenRound,
  signRound,
  withdrawApplication,
} from "@luyue/usecases/acceptance";
import { commandHeaders } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, jsonBody, secured } from "../document/describe.ts";
import { roundAnswer } from "./acceptance-definitions.ts";

const about = { tags: ["acceptance"], method: "post" as const };
const path = "/v1/contracts/{contractId}/acceptance-rounds/{roundId}";
const params = contractParams.extend({ roundId: objectAcceptance.input.shape.roundId });
const named = { contractId: true, roundId: true } as const;
const responses = { 200: jsonAnswer("The round", roundAnswer) };
const request = { params, headers: commandHeaders };

export const objectRoute = createRoute({
  ...about,
  ...secured("acceptance:review"),
  path: `${path}/objection`,
  operationId: "objectToAcceptance",
  summary: "Objects to an application within the time that the terms give",
  request: { ...request, body: jsonBody(objectAcceptance.input.omit(named)) },
  responses,
});

export const assessRoute = createRoute({
  ...about,
  ...secured("acceptance:review"),
  path: `${path}/assessment`,
  operationId: "assessAcceptance",
  summary: "Enters what was found of each criterion, and who has to sign; again replaces it",
  request: { ...request, body: jsonBody(assessRound.input.omit(named)) },
  responses,
});

export const signRoute = createRoute({
  ...about,
  ...secured("acceptance:sign"),
  path: `${path}/signatures`,
  operationId: "signAcceptance",
  summary: "Signs the assessment, or records an expert's signature",
  request: { ...request, body: jsonBody(signRound.input.omit(named)) },
  responses,
});

export const concludeRoute = createRoute({
  ...about,
  ...secured("acceptance:conclude"),
  path: `${path}/conclusion`,
  operationId: "concludeAcceptance",
  summary: "Concludes the round once everybody has signed",
  request: { ...request, body: jsonBody(concludeRound.input.omit(named)) },
  responses,
});

export const withdrawRoute = createRoute({
  ...about,
  ...secured("acceptance:apply"),
  path: `${path}/withdrawal`,
  operationId: "withdrawApplication",
  summary: "Takes back an application that the agency has entered",
  request: { ...request, body: jsonBody(withdrawApplication.input.omit(named)) },
  responses,
});

export const reopenRoute = createRoute({
  ...about,
  ...secured("acceptance:conclude"),
  path: `${path}/reopening`,
  operationId: "reopenAcceptance",
  summary: "Opens the last round again: its objection or conclusion was made in error",
  request: { ...request, body: jsonBody(reopenRound.input.omit(named)) },
  responses,
});
