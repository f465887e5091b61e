import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { languageSchema } from "@luyue/core/text";
import { listVendorFiles } from "@luyue/usecases/query";
import { enrolVendor, readVendorRecord } from "@luyue/usecases/vendor";
import * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, commandHeaders, runCommand } from "../command/index.ts";
import { jsonAnswer, jsonBody, listOf, nameSchema, secured } from "../document/describe.ts";
import { vendorRecordView, viewVendorRecord } from "./vendor-record-view.ts";

const about = { tags: ["vendor"] };

const vendorView = nameSchema(
  "VendorFile",
  z.object({
    vendorId: z.string(),
    creditCode: z.string(),
    name: z.string(),
    size: z.enum(["large", "medium", "small", "micro"]).optional(),
    contacts: listOf(z.object({ name: z.string(), email: z.string(), language: languageSchema })),
  }),
);

const list = createRoute({
  ...about,
  ...secured("tenant:read"),
  method: "get",
  path: "/v1/vendors",
  operationId: "listVendors",
  summary: "The agency's files on its vendors",
  responses: { 200: jsonAnswer("All vendors on file", z.object({ items: listOf(vendorView) })) },
});

const enrol = createRoute({
  ...about,
  ...secured("vendor:enrol"),
  method: "post",
  path: "/v1/vendors",
  operationId: "enrolVendor",
  summary: "Opens the agency's file on a vendor, or changes it; its contacts get reminders",
  request: { headers: commandHeaders, body: jsonBody(enrolVendor.input) },
  responses: { 201: jsonAnswer("The file", vendorView) },
});

const readRecord = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/vendors/{vendorId}/record",
  operationId: "readVendorRecord",
  summary:
    "A vendor's record across the agency's own contracts: in time or not, scores, incidents, penalties with its answers",
  request: { params: z.object({ vendorId: z.string().regex(/^ven_[0-9A-Z]{18}$/) }) },
  responses: { 200: jsonAnswer("The record", vendorRecordView) },
});

export function vendorRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(list, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      return c.json({ items: await listVendorFiles(store, actor) }, 200);
    })
    .openapi(readRecord, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const record = await readVendorRecord(store, actor, c.req.valid("param").vendorId, deps.runtime);
      return c.json(viewVendorRecord(record), 200);
    })
    .openapi(enrol, async (c) => c.json(await runCommand(c, deps, enrolVendor, c.req.valid("json")), 201));
}
