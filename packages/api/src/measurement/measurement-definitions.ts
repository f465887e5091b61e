import { createRoute } from "@hono/zod-openapi";
import { recordMeasurement, withdrawMeasurement } from "@luyue/usecases/measurement";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, jsonBody, listOf, secured } from "../document/describe.ts";
import { measurementView } from "./measurement-view.ts";

const about = { tags: ["measurement"] };
const path = "/v1/contracts/{contractId}/measurements";

export const listRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path,
  operationId: "listMeasurements",
  summary: "What has been measured, those taken back included, the newest first",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("The measurements", z.object({ items: listOf(measurementView) })) },
});

export const recordRoute = createRoute({
  ...about,
  ...secured("measurement:record"),
  method: "post",
  path,
  operationId: "recordMeasurement",
  summary: "Records what was measured: part of whole, minutes down, or the answers of a survey",
  request: {
    params: contractParams,
    headers: commandHeaders,
    body: jsonBody(recordMeasurement.input.omit({ contractId: true })),
  },
  responses: {
    201: jsonAnswer(
      "The measurement",
      z.object({
        id: z.string(),
        measure: z.string(),
        of: z.string().nullable(),
        from: z.string(),
        to: z.string(),
        part: z.string(),
        whole: z.string().nullable(),
      }),
    ),
  },
});

export const withdrawRoute = createRoute({
  ...about,
  ...secured("measurement:record"),
  method: "post",
  path: `${path}/{measurementId}/withdrawal`,
  operationId: "withdrawMeasurement",
  summary: "Takes back a measurement that was entered in error",
  request: {
    params: contractParams.extend({ measurementId: withdrawMeasurement.input.shape.measurementId }),
    headers: commandHeaders,
    body: jsonBody(withdrawMeasurement.input.omit({ contractId: true, measurementId: true })),
  },
  responses: { 200: jsonAnswer("The measurement", z.object({ id: z.string(), measure: z.string() })) },
});
