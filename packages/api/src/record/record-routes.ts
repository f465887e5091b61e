import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { listRecord } from "@luyue/usecases/query";
import type { RecordEntry } from "@luyue/usecases/runtime";
import * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, listOf, nameSchema, secured } from "../document/describe.ts";
import { pageQuery, pageRequest, pageSchema, viewPage } from "../document/page.ts";

const about = { tags: ["record"] };

const recordView = nameSchema(
  "RecordEntry",
  z.object({
    sequence: z.int(),
    at: z.string(),
    actor: z.object({
      kind: z.enum(["member", "partner", "operator"]),
      id: z.string(),
      name: z.string(),
      roles: listOf(z.string()).optional(),
    }),
    command: z.string(),
    subject: z.string(),
    before: z.unknown().optional(),
    after: z.unknown().optional(),
    reason: z.string().optional(),
    previousHash: z.string(),
    hash: z.string(),
  }),
);

const ofTenant = createRoute({
  ...about,
  ...secured("record:read"),
  method: "get",
  path: "/v1/record",
  operationId: "listTenantRecord",
  summary: "The record of the agency's settings, members and vendors, the oldest line first",
  request: { query: pageQuery },
  responses: { 200: jsonAnswer("A page of the record", pageSchema(recordView)) },
});

const ofContract = createRoute({
  ...about,
  ...secured("record:read"),
  method: "get",
  path: "/v1/contracts/{contractId}/record",
  operationId: "listContractRecord",
  summary: "The record of a contract, the oldest line first",
  request: { params: contractParams, query: pageQuery },
  responses: { 200: jsonAnswer("A page of the record", pageSchema(recordView)) },
});

export function recordRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(ofTenant, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const page = await listRecord(store, actor, "tenant", pageRequest(c.req.valid("query")));
      return c.json(viewPage(page, viewRecord), 200);
    })
    .openapi(ofContract, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId } = c.req.valid("param");
      const page = await listRecord(store, actor, contractId, pageRequest(c.req.valid("query")));
      return c.json(viewPage(page, viewRecord), 200);
    });
}

function viewRecord(entry: RecordEntry) {
  return entry;
}
