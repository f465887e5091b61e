import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { DomainError } from "@luyue/core/error";
import { checkFileContent, contentTypes } from "@luyue/storage/file";
import { demandPermission } from "@luyue/usecases/runtime";
import * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { filesPath } from "../app/guard-body.ts";
import { agencyOf } from "../command/index.ts";
import { jsonAnswer, secured } from "../document/describe.ts";
import { HttpProblem } from "../problem/index.ts";

const about = { ...secured, tags: ["file"] };
const binary = { schema: { type: "string", format: "binary" } } as const;

const put = createRoute({
  ...about,
  method: "post",
  path: filesPath,
  operationId: "putFile",
  summary: "Stores a file, at most 20 MiB; evidence names it by its hash",
  request: { body: { content: Object.fromEntries(contentTypes.map((type) => [type, binary])) } },
  responses: {
    201: jsonAnswer(
      "The file; the same content always has the same hash",
      z.object({ hash: z.string(), bytes: z.int(), contentType: z.string() }),
    ),
  },
});

const get = createRoute({
  ...about,
  method: "get",
  path: `${filesPath}/{hash}`,
  operationId: "readFile",
  summary: "A stored file, to be saved and not shown",
  request: { params: z.object({ hash: z.string().regex(/^sha256-[0-9a-f]{64}$/) }) },
  responses: { 200: { description: "The file", content: { "application/octet-stream": binary } } },
});

export function fileRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(put, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      demandPermission(actor, "file:write");
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const contentType = demandContent(bytes, c.req.header("content-type") ?? "");
      const { hash } = await deps.files.put(store.tenantId, bytes, contentType);
      return c.json({ hash, bytes: bytes.length, contentType }, 201);
    })
    .openapi(get, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      demandPermission(actor, "contract:read");
      const { hash } = c.req.valid("param");
      const file = await deps.files.get(store.tenantId, hash);
      if (file === undefined) throw new DomainError("notFound", { zh: "找不到该文件", en: "no such file" });
      return c.body(Uint8Array.from(file.bytes), 200, {
        "Content-Type": file.contentType,
        "Content-Disposition": `attachment; filename="${hash}"`,
      });
    });
}

function demandContent(bytes: Uint8Array, contentType: string) {
  const check = checkFileContent(bytes, contentType);
  if (check.accepted) return check.contentType;
  const [named = ""] = contentType.split(";");
  if (contentTypes.some((each) => each === named.trim().toLowerCase())) {
    throw new DomainError("invalid", check.reason);
  }
  throw new HttpProblem("unsupportedMediaType", check.reason);
}
