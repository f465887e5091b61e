import { OpenAPIHono } from "@hono/zod-openapi";
import {
  applyAcceptance,
  readAcceptances,
  statePosition,
  withdrawApplication,
} from "@luyue/usecases/acceptance";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { runCommand } from "../command/index.ts";
import { viewAcceptances } from "./acceptance-view.ts";
import * as routes from "./partner-acceptance-definitions.ts";

/** What a vendor does about the acceptance of one contract, and sees of it. */
export function partnerAcceptanceRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const store = deps.platform.tenant(agencyId);
      const read = await readAcceptances(store, c.get("actor"), contractId, deps.runtime);
      return c.json(viewAcceptances(contractId, read), 200);
    })
    .openapi(routes.applyRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, applyAcceptance, input, agencyId), 201);
    })
    .openapi(routes.withdrawRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, withdrawApplication, input, agencyId), 200);
    })
    .openapi(routes.stateRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, statePosition, input, agencyId), 200);
    });
}
