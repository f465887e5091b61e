import { createRoute } from "@hono/zod-openapi";
import { findingSeveritySchema } from "@luyue/core/finding";
import * as z from "zod";
import { findingImportPath } from "../app/guard-body.ts";
import { commandHeaders } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, listOf, secured } from "../document/describe.ts";
import { csvType, xlsxType } from "../spreadsheet/index.ts";
import { filterQuery, importQuery } from "./finding-queries.ts";

const about = { tags: ["finding"] };
const path = "/v1/contracts/{contractId}/findings";
const binary = { schema: { type: "string", format: "binary" } } as const;

const workbook = { 200: { description: "The workbook", content: { [xlsxType]: binary } } };

export const templateRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: `${path}/template.xlsx`,
  operationId: "readFindingsTemplate",
  summary: "The workbook to fill in for findings of this contract, in Chinese, with its units",
  request: { params: contractParams },
  responses: workbook,
});

export const exportRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: `${path}.xlsx`,
  operationId: "exportFindings",
  summary: "The findings of a contract as a workbook; headers in the language that is asked for",
  request: { params: contractParams, query: filterQuery },
  responses: workbook,
});

export const importRoute = createRoute({
  ...about,
  ...secured("finding:handOut"),
  method: "post",
  path: findingImportPath,
  operationId: "importFindings",
  summary: "Hands out the findings of a spreadsheet, up to 500 and 2 MiB, all of them or none",
  request: {
    params: contractParams,
    query: importQuery,
    headers: commandHeaders,
    body: { content: { [xlsxType]: binary, [csvType]: binary } },
  },
  responses: {
    200: jsonAnswer(
      "What was handed out, or would be, each with its row",
      z.object({
        dryRun: z.boolean(),
        batchId: z.string().nullable(),
        count: z.int(),
        findings: listOf(
          z.object({
            row: z.int(),
            id: z.string().nullable(),
            number: z.int().nullable(),
            unit: z.string(),
            title: z.string(),
            severity: findingSeveritySchema,
            dueOn: z.string(),
          }),
        ),
      }),
    ),
  },
});
