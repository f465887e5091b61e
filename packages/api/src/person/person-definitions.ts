import { createRoute } from "@hono/zod-openapi";
import {
  askStaffChange,
  carryOutChange,
  correctPerson,
  demandStaffChange,
  enterPerson,
  fileAgreement,
  leavePerson,
  recordAbsence,
  refuseChange,
  withdrawAbsence,
  withdrawChange,
} from "@luyue/usecases/people";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, jsonBody, secured } from "../document/describe.ts";
import { changeStateView, peopleView } from "./people-view.ts";

const about = { tags: ["person"] };
const path = "/v1/contracts/{contractId}";
const personParams = contractParams.extend({ personId: correctPerson.input.shape.personId });
const changeParams = contractParams.extend({ changeId: withdrawChange.input.shape.changeId });
const namedPerson = { contractId: true, personId: true } as const;
const namedChange = { contractId: true, changeId: true } as const;
const person = z.object({ id: z.string(), name: z.string() });
const change = z.object({ id: z.string(), state: changeStateView });
const asked = change.extend({ answerBy: z.string().nullable() });

export const listRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: `${path}/people`,
  operationId: "listPeople",
  summary: "The vendor's people: the roster with what is missing of each, changes and absences",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("The people", peopleView) },
});

export const enterRoute = createRoute({
  ...about,
  ...secured("person:enter"),
  method: "post",
  path: `${path}/people`,
  operationId: "enterPerson",
  summary: "Puts somebody of the vendor's on the roster",
  request: {
    params: contractParams,
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
  operationId: "correctPerson",
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
  operationId: "fileAgreement",
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
  operationId: "askStaffChange",
  summary: "The vendor asks for a change of people, on a paper; the answer says whether in time",
  request: {
    params: contractParams,
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
  operationId: "carryOutStaffChange",
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
  operationId: "withdrawStaffChange",
  summary: "Takes back a request that has no answer yet",
  request: {
    params: changeParams,
    headers: commandHeaders,
    body: jsonBody(withdrawChange.input.omit(namedChange)),
  },
  responses: { 200: jsonAnswer("The change", change) },
});

const absenceParams = contractParams.extend({ absenceId: withdrawAbsence.input.shape.absenceId });
const absence = z.object({ id: z.string(), personId: z.string(), on: z.string() });

export const leaveRoute = createRoute({
  ...about,
  ...secured("person:decide"),
  method: "post",
  path: `${path}/people/{personId}/leaving`,
  operationId: "leavePerson",
  summary: "Somebody leaves without anybody in their place",
  request: {
    params: personParams,
    headers: commandHeaders,
    body: jsonBody(leavePerson.input.omit(namedPerson)),
  },
  responses: { 200: jsonAnswer("The person", person) },
});

export const demandRoute = createRoute({
  ...about,
  ...secured("person:decide"),
  method: "post",
  path: `${path}/staff-demands`,
  operationId: "demandStaffChange",
  summary: "The buyer demands another person by a day",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(demandStaffChange.input.omit({ contractId: true })),
  },
  responses: { 201: jsonAnswer("The change", asked) },
});

export const consentRoute = createRoute({
  ...about,
  ...secured("person:decide"),
  method: "post",
  path: `${path}/staff-changes/{changeId}/consent`,
  operationId: "consentToStaffChange",
  summary: "Consents to a change: the one leaves, the other is on the roster from its day",
  request: {
    params: changeParams,
    headers: commandHeaders,
  },
  responses: { 200: jsonAnswer("The change", change) },
});

export const refuseRoute = createRoute({
  ...about,
  ...secured("person:decide"),
  method: "post",
  path: `${path}/staff-changes/{changeId}/refusal`,
  operationId: "refuseStaffChange",
  summary: "Refuses a change, with the reason",
  request: {
    params: changeParams,
    headers: commandHeaders,
    body: jsonBody(refuseChange.input.omit(namedChange)),
  },
  responses: { 200: jsonAnswer("The change", change) },
});

export const absenceRoute = createRoute({
  ...about,
  ...secured("person:decide"),
  method: "post",
  path: `${path}/people/{personId}/absences`,
  operationId: "recordAbsence",
  summary: "Records that somebody was swapped, away, or not replaced in time: one person-time",
  request: {
    params: personParams,
    headers: commandHeaders,
    body: jsonBody(recordAbsence.input.omit(namedPerson)),
  },
  responses: { 201: jsonAnswer("The absence", absence) },
});

export const withdrawAbsenceRoute = createRoute({
  ...about,
  ...secured("person:decide"),
  method: "post",
  path: `${path}/absences/{absenceId}/withdrawal`,
  operationId: "withdrawAbsence",
  summary: "Takes back an absence that was recorded in error",
  request: {
    params: absenceParams,
    headers: commandHeaders,
    body: jsonBody(withdrawAbsence.input.omit({ contractId: true, absenceId: true })),
  },
  responses: { 200: jsonAnswer("The absence", absence) },
});
