import { createRoute } from "@hono/zod-openapi";
import {
  askStaffChange,
  carryOutChange,
  correctPerson,
  enterPerson,
  fileAgreement,
  withdrawChange,
} from "@luyue/usecases/people";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { partnerContractParams, partnerContractPath } from "../contract/index.ts";
import { jsonAnswer, jsonBody, secured } from "../document/describe.ts";
import { changeStateView, peopleView } from "./people-view.ts";

const about = { tags: ["partner"] };
const path = partnerContractPath;
const personParams = partnerContractParams.extend({ personId: correctPerson.input.shape.personId });
const changeParams = partnerContractParams.extend({ changeId: withdrawChange.input.shape.changeId });
const namedPerson = { contractId: true, personId: true } as const;
const namedChange = { contractId: true, changeId: true } as const;
const person = z.object({ id: z.string(), name: z.string() });
const change = z.object({ id: z.string(), state: changeStateView });
const asked = change.extend({ answerBy: z.string().nullable() });

export const listRoute = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path: `${path}/people`,
  operationId: "listPartnerPeople",
  summary: "The vendor's people: the roster with what is missing of each, changes and absences",
  request: { params: partnerContractParams },
  responses: { 200: jsonAnswer("The people", peopleView) },
});

export const enterRoute = createRoute({
  ...about,
  ...secured("person:enter"),
  method: "post",
  path: `${path}/people`,
  operationId: "enterPartnerPerson",
  summary: "Puts somebody of the vendor's on the roster",
  request: {
    params: partnerContractParams,
    headers: commandHeaders,
    body: jsonBody(enterPerson.input.omit({ contractId: true })),
  },
  responses: { 201: jsonAnswer("The person", person) },
});

export const correctRoute = createRoute({
  ...about,
  ...secured("person:enter"),
  method: "post",
  path: `${path}/people/{personId}/corrections`,
  operationId: "correctPartnerPerson",
  summary: "Corrects what the roster says of somebody, with the reason",
  request: {
    params: personParams,
    headers: commandHeaders,
    body: jsonBody(correctPerson.input.omit(namedPerson)),
  },
  responses: { 200: jsonAnswer("The person", person) },
});

export const agreementRoute = createRoute({
  ...about,
  ...secured("person:enter"),
  method: "post",
  path: `${path}/people/{personId}/agreement`,
  operationId: "filePartnerAgreement",
  summary: "Files the secrecy agreement that somebody has signed",
  request: {
    params: personParams,
    headers: commandHeaders,
    body: jsonBody(fileAgreement.input.omit(namedPerson)),
  },
  responses: { 200: jsonAnswer("The person", person) },
});

export const askRoute = createRoute({
  ...about,
  ...secured("person:enter"),
  method: "post",
  path: `${path}/staff-changes`,
  operationId: "askPartnerStaffChange",
  summary: "The vendor asks for a change of people; the answer says whether in time",
  request: {
    params: partnerContractParams,
    headers: commandHeaders,
    body: jsonBody(askStaffChange.input.omit({ contractId: true })),
  },
  responses: {
    201: jsonAnswer(
      "The change",
      asked.extend({
        latest: z.string().nullable().meta({ description: "last day to ask for it" }),
        inTime: z.boolean(),
      }),
    ),
  },
});

export const carryOutRoute = createRoute({
  ...about,
  ...secured("person:enter"),
  method: "post",
  path: `${path}/staff-changes/{changeId}/replacement`,
  operationId: "carryOutPartnerStaffChange",
  summary: "Names who comes in the place of somebody whom the buyer wants replaced",
  request: {
    params: changeParams,
    headers: commandHeaders,
    body: jsonBody(carryOutChange.input.omit(namedChange)),
  },
  responses: { 200: jsonAnswer("The change", change) },
});

export const withdrawRoute = createRoute({
  ...about,
  ...secured("person:enter"),
  method: "post",
  path: `${path}/staff-changes/{changeId}/withdrawal`,
  operationId: "withdrawPartnerStaffChange",
  summary: "Takes back a request that has no answer yet",
  request: {
    params: changeParams,
    headers: commandHeaders,
    body: jsonBody(withdrawChange.input.omit(namedChange)),
  },
  responses: { 200: jsonAnswer("The change", change) },
});
