import { OpenAPIHono } from "@hono/zod-openapi";
import { correctEvent, previewEvent, recordEvent, withdrawEvent } from "@luyue/usecases/event";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import { viewEffect } from "../contract/index.ts";
import { correctRoute, previewRoute, recordRoute, withdrawRoute } from "./event-definitions.ts";

export function eventRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(recordRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, recordEvent, input), 201);
    })
    .openapi(previewRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      const { obligations, effects } = await previewEvent(store, actor, input, deps.runtime);
      return c.json({ obligations, effects: effects.map(viewEffect) }, 200);
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
