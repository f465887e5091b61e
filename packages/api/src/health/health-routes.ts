import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import * as z from "zod";
import type { ApiEnvironment } from "../app/environment.ts";
import { jsonAnswer } from "../document/describe.ts";

const health = createRoute({
  method: "get",
  path: "/health",
  operationId: "readHealth",
  summary: "Whether the service answers",
  tags: ["service"],
  security: [],
  responses: { 200: jsonAnswer("It does", z.object({ status: z.literal("ok") })) },
});

export function healthRoutes() {
  return new OpenAPIHono<ApiEnvironment>().openapi(health, (c) => c.json({ status: "ok" } as const, 200));
}
