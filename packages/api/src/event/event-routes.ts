import { OpenAPIHono } from "@hono/zod-openapi";
import { correctEvent, recordEvent, withdrawEvent } from "@luyue/usecases/event";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { runCommand } from "../command/index.ts";
import { correctRoute, recordRoute, withdrawRoute } from "./event-definitions.ts";

export function eventRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(recordRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, recordEvent, input), 201);
    })
    .openapi(correctRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, correctEvent, input), 200);
    })
    .openapi(withdrawRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, withdrawEvent, input), 200);
    });
}
