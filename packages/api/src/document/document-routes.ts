import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { OpenAPIHono } from "@hono/zod-openapi";
import { jsonSchemas } from "@luyue/core/contract";
import type { ApiEnvironment } from "../app/environment.ts";
import { buildDocument } from "./build-document.ts";
import { docsPage, docsPolicy, docsScript } from "./docs-page.ts";

const script = "text/javascript; charset=utf-8";
const require = createRequire(import.meta.url);
const assets = [
  {
    path: "/docs/swagger-ui.css",
    type: "text/css; charset=utf-8",
    locate: () => require.resolve("swagger-ui-dist/swagger-ui.css"),
  },
  {
    path: "/docs/swagger-ui-bundle.js",
    type: script,
    locate: () => require.resolve("swagger-ui-dist/swagger-ui-bundle.js"),
  },
];

/** The OpenAPI document of an application, the JSON Schemas of terms and events, and a page that shows it. */
export function documentRoutes(app: OpenAPIHono<ApiEnvironment>) {
  let document: ReturnType<typeof buildDocument> | undefined;
  const routes = new OpenAPIHono<ApiEnvironment>();
  routes.get("/v1/openapi.json", (c) => {
    document ??= buildDocument(app);
    return c.json(document);
  });
  routes.get("/schemas/terms.json", (c) => c.json(jsonSchemas.terms()));
  routes.get("/schemas/events.json", (c) => c.json(jsonSchemas.events()));
  routes.get("/docs", (c) => {
    c.header("Content-Security-Policy", docsPolicy);
    return c.html(docsPage);
  });
  routes.get("/docs/start.js", (c) => c.body(docsScript, 200, { "Content-Type": script }));
  for (const { path, type, locate } of assets) {
    routes.get(path, async (c) => {
      const headers = { "Content-Type": type, "Cache-Control": "public, max-age=86400" };
      return c.body(Uint8Array.from(await readFile(locate())), 200, headers);
    });
  }
  return routes;
}
