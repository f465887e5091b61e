import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { demandPermission } from "@luyue/usecases/runtime";
import * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { filesPath } from "../app/guard-body.ts";
import { agencyOf } from "../command/index.ts";
import { secured } from "../document/describe.ts";
import {
  download,
  downloadQuery,
  hashSchema,
  keepFile,
  leadToFile,
  uploadAnswer,
  uploadBody,
} from "./file-body.ts";

const about = { tags: ["file"] };

const put = createRoute({
  ...about,
  ...secured("file:write"),
  method: "post",
  path: filesPath,
  operationId: "putFile",
  summary: "Stores a file, at most 20 MiB; evidence names it by its hash",
  request: { body: uploadBody },
  responses: { 201: uploadAnswer },
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
    .openapi(get, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      demandPermission(actor, "contract:read");
      const { tenantId } = store;
      return leadToFile(c, deps, { tenantId, ...c.req.valid("param"), ...c.req.valid("query") });
    });
}
