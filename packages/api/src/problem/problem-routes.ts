import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../app/environment.ts";
import { isProblemCode, problemKinds } from "./problem-code.ts";

/** The small pages that the `type` of a problem leads to. */
export function problemRoutes() {
  return new OpenAPIHono<ApiEnvironment>().get("/problems/:code", (c) => {
    const code = c.req.param("code");
    if (!isProblemCode(code)) return c.notFound();
    const { status, title } = problemKinds[code];
    return c.html(
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${code}</title></head>` +
        `<body><h1>${status} ${code}</h1><p>${title.zh}</p><p lang="en">${title.en}</p></body></html>`,
    );
  });
}
