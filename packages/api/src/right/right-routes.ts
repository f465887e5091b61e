import { OpenAPIHono } from "@hono/zod-openapi";
import {
  demandRectification,
  letRightGo,
  previewTermination,
  readRights,
  terminateByRight,
  withdrawRightDecision,
} from "@luyue/usecases/right";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import * as routes from "./right-definitions.ts";
import { viewRights } from "./right-view.ts";

export function rightRoutes(deps: RouteDependencies) {
  const { platform, runtime } = deps;
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const read = await readRights(store, actor, c.req.valid("param").contractId, runtime);
      return c.json(viewRights(read), 200);
    })
    .openapi(routes.partnerListRoute, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const read = await readRights(platform.tenant(agencyId), c.get("actor"), contractId, runtime);
      return c.json(viewRights(read), 200);
    })
    .openapi(routes.rectifyRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, demandRectification, input), 200);
    })
    .openapi(routes.previewRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const asked = { ...c.req.valid("query"), ...c.req.valid("param") };
      return c.json(await previewTermination(store, actor, asked, runtime), 200);
    })
    .openapi(routes.terminateRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, terminateByRight, input), 200);
    })
    .openapi(routes.letGoRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, letRightGo, input), 200);
    })
    .openapi(routes.withdrawRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, withdrawRightDecision, input), 200);
    });
}
