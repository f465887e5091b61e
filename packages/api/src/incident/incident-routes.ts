import { OpenAPIHono } from "@hono/zod-openapi";
import {
  closeIncident,
  correctIncident,
  followIncident,
  judgeIncident,
  readIncident,
  readIncidents,
  reopenIncident,
  reportIncident,
  withdrawIncident,
} from "@luyue/usecases/incident";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import { viewIncident, viewIncidents } from "./incident-view.ts";
import * as routes from "./incident-definitions.ts";

export function incidentRoutes(deps: RouteDependencies) {
  const { runtime } = deps;
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const reading = { store, actor, runtime };
      const found = await readIncidents(reading, c.req.valid("param").contractId, c.req.valid("query"));
      return c.json(viewIncidents(found), 200);
    })
    .openapi(routes.readRoute, async (c) => {
      const { contractId, incidentId } = c.req.valid("param");
      const reading = { ...agencyOf(c, deps), runtime };
      return c.json(viewIncident(await readIncident(reading, contractId, incidentId)), 200);
    })
    .openapi(routes.reportRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, reportIncident, input), 201);
    })
    .openapi(routes.followRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, followIncident, input), 200);
    })
    .openapi(routes.correctRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, correctIncident, input), 200);
    })
    .openapi(routes.judgeRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, judgeIncident, input), 200);
    })
    .openapi(routes.closeRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, closeIncident, input), 200);
    })
    .openapi(routes.reopenRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, reopenIncident, input), 200);
    })
    .openapi(routes.withdrawRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, withdrawIncident, input), 200);
    });
}
