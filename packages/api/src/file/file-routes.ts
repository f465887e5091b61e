import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { demandPermission } from "@luyue/usecases/runtime";
import * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { filesPath } from "../app/guard-body.ts";
import { agencyOf } from "../command/index.ts";
import { jsonBody, secured } from "../document/describe.ts";
import {
  download,
  downloadQuery,
  hashSchema,
  keepFile,
  leadToFile,
  keptAnswer,
  uploadBody,
} from "./file-body.ts";
import { openUpload, takenInput, takeUpload, uploadAnswer, uploadInput } from "./upload-form.ts";

const about = { tags: ["file"] };
const uploadsPath = "/v1/uploads";

const put = createRoute({
  ...about,
  ...secured("file:write"),
  method: "post",
  path: filesPath,
  operationId: "putFile",
  summary: "Stores a file, at most 20 MiB; evidence names it by its hash",
  request: { body: uploadBody },
  responses: { 201: keptAnswer },
});

const open = createRoute({
  ...about,
  ...secured("file:write"),
  method: "post",
  path: uploadsPath,
  operationId: "openUpload",
  summary: "Opens a form by which a page puts a file in without passing it through the API",
  request: { body: jsonBody(uploadInput) },
  responses: { 201: uploadAnswer },
});

const take = createRoute({
  ...about,
  ...secured("file:write"),
  method: "post",
  path: `${uploadsPath}/taken`,
  operationId: "takeUpload",
  summary: "Looks at what was put in by a form and keeps it as a file; asked once more, it answers the same",
  request: { body: jsonBody(takenInput) },
  responses: { 201: keptAnswer },
});

const get = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: `${filesPath}/{hash}`,
  operationId: "readFile",
  summary: "Leads to a stored file, to be saved and not shown; the download is on the record",
  request: { params: z.object({ hash: hashSchema }), query: downloadQuery },
  responses: { 303: download },
});

export function fileRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(put, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      demandPermission(actor, "file:write");
      return c.json(await keepFile(c, deps.files, store), 201);
    })
    .openapi(open, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      demandPermission(actor, "file:write");
      return c.json(await openUpload(deps, { tenantId: store.tenantId }, c.req.valid("json")), 201);
    })
    .openapi(take, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      demandPermission(actor, "file:write");
      const { id } = c.req.valid("json");
      return c.json(await takeUpload(c, deps, { tenantId: store.tenantId }, { id, store }), 201);
    })
    .openapi(get, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      demandPermission(actor, "contract:read");
      const { tenantId } = store;
      return leadToFile(c, deps, { tenantId, ...c.req.valid("param"), ...c.req.valid("query") });
    });
}
