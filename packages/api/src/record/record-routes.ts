import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { civilDateSchema } from "@luyue/core/civil-date";
import { listAccess, listRecord } from "@luyue/usecases/query";
import { accessChain, exportRecord } from "@luyue/usecases/record";
import type { AccessHead, RecordEntry } from "@luyue/usecases/runtime";
import * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, listOf, nameSchema, secured } from "../document/describe.ts";
import { pageQuery, pageRequest, pageSchema, viewPage } from "../document/page.ts";

const about = { tags: ["record"] };

export const recordView = nameSchema(
  "RecordEntry",
  z.object({
    sequence: z.int(),
    at: z.string(),
    actor: z.object({
      kind: z.enum(["member", "partner", "operator", "system"]),
      id: z.string(),
      name: z.string(),
      roles: listOf(z.string()).optional(),
      scopes: listOf(z.string()).optional(),
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

const recordQuery = pageQuery.extend({
  command: z.string().max(60).optional().meta({ description: "such as `payment.approve`" }),
  actor: z.string().max(64).optional().meta({ description: "the id of who did it" }),
  subject: z.string().max(200).optional().meta({ description: "the id of what it was done to" }),
  from: civilDateSchema.optional(),
  to: civilDateSchema.optional(),
});

const ofTenant = createRoute({
  ...about,
  ...secured("record:read"),
  method: "get",
  path: "/v1/record",
  operationId: "listTenantRecord",
  summary: "The record of the agency's settings, members and vendors, the oldest line first",
  request: { query: recordQuery },
  responses: { 200: jsonAnswer("A page of the record", pageSchema(recordView)) },
});

const accessList = createRoute({
  ...about,
  ...secured("record:read"),
  method: "get",
  path: "/v1/access-record",
  operationId: "listAccess",
  summary: "Whoever has signed in, downloaded or exported anything, and when they last did",
  request: { query: pageQuery },
  responses: {
    200: jsonAnswer(
      "A page of people",
      pageSchema(z.object({ id: z.string(), name: z.string(), lines: z.int(), lastAt: z.string() })),
    ),
  },
});

const accessOfPerson = createRoute({
  ...about,
  ...secured("record:read"),
  method: "get",
  path: "/v1/access-record/{actorId}",
  operationId: "listAccessOfPerson",
  summary: "What a person has opened: sign-ins, downloads and exports, the oldest line first",
  request: {
    params: z.object({ actorId: z.string().regex(/^[a-z]{3}_[0-9a-zA-Z_-]{1,60}$/) }),
    query: recordQuery,
  },
  responses: { 200: jsonAnswer("A page of the record", pageSchema(recordView)) },
});

const ofContract = createRoute({
  ...about,
  ...secured("record:read"),
  method: "get",
  path: "/v1/contracts/{contractId}/record",
  operationId: "listContractRecord",
  summary: "The record of a contract, the oldest line first",
  request: { params: contractParams, query: recordQuery },
  responses: { 200: jsonAnswer("A page of the record", pageSchema(recordView)) },
});

const exportRoute = createRoute({
  ...about,
  ...secured("record:read"),
  method: "get",
  path: "/v1/record/export",
  operationId: "exportRecord",
  summary: "The whole record, a line of JSON each, for auditors; `Link` leads to the next page",
  request: { query: z.strictObject({ cursor: z.string().max(8000).optional() }) },
  responses: {
    200: {
      description: "Lines of all chains, each chain followed by its head; `luyue record verify` reads them",
      content: { "text/plain": { schema: z.string() } },
    },
  },
});

/** A cursor that is no cursor is a place that the export never gave. */
function readPlace(cursor: string | undefined): unknown {
  if (cursor === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return null;
  }
}

export function recordRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(ofTenant, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { limit, cursor, ...filter } = c.req.valid("query");
      const page = await listRecord(store, actor, "tenant", pageRequest({ limit, cursor }), filter);
      return c.json(viewPage(page, viewRecord), 200);
    })
    .openapi(ofContract, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId } = c.req.valid("param");
      const { limit, cursor, ...filter } = c.req.valid("query");
      const page = await listRecord(store, actor, contractId, pageRequest({ limit, cursor }), filter);
      return c.json(viewPage(page, viewRecord), 200);
    })
    .openapi(accessList, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const page = await listAccess(store, actor, pageRequest(c.req.valid("query")));
      return c.json(viewPage(page, viewAccess), 200);
    })
    .openapi(accessOfPerson, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { limit, cursor, ...filter } = c.req.valid("query");
      const chain = accessChain(c.req.valid("param").actorId);
      const page = await listRecord(store, actor, chain, pageRequest({ limit, cursor }), filter);
      return c.json(viewPage(page, viewRecord), 200);
    })
    .openapi(exportRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const from = readPlace(c.req.valid("query").cursor);
      const { items, next } = await exportRecord(store, actor, deps.runtime, from);
      if (next !== undefined) {
        const cursor = Buffer.from(JSON.stringify(next)).toString("base64url");
        c.header("Link", `</v1/record/export?cursor=${cursor}>; rel="next"`);
      }
      c.header("Content-Disposition", 'attachment; filename="record.jsonl"');
      return c.text(items.map((line) => `${JSON.stringify(line)}\n`).join(""), 200);
    });
}

function viewAccess({ person, sequence, at }: AccessHead) {
  return { ...person, lines: sequence, lastAt: at ?? "" };
}

function viewRecord(entry: RecordEntry) {
  return entry;
}
