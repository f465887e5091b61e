import { OpenAPIHono } from "@hono/zod-openapi";
import { applyAcceptance, demandAcceptance, readAcceptances } from "@luyue/usecases/acceptance";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import * as routes from "./acceptance-definitions.ts";
import { viewAcceptance, viewAcceptances } from "./acceptance-view.ts";

export function acceptanceRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId } = c.req.valid("param");
      const read = await readAcceptances(store, actor, contractId, deps.runtime);
      return c.json(viewAcceptances(contractId, read), 200);
    })
    .openapi(routes.readRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId, of } = c.req.valid("param");
      const read = await readAcceptances(store, actor, contractId, deps.runtime);
      return c.json(viewAcceptance(demandAcceptance(read, of)), 200);
    })
    .openapi(routes.applyRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, applyAcceptance, input), 201);
    });
}
