import { OpenAPIHono } from "@hono/zod-openapi";
import { followIncident, readIncident, readIncidents, reportIncident } from "@luyue/usecases/incident";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { runCommand } from "../command/index.ts";
import { viewIncident, viewIncidents } from "./incident-view.ts";
import * as routes from "./partner-incident-definitions.ts";

/** What a vendor reports and sees of incidents. */
export function partnerIncidentRoutes(deps: RouteDependencies) {
  const { platform, runtime } = deps;
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const reading = { store: platform.tenant(agencyId), actor: c.get("actor"), runtime };
      const found = await readIncidents(reading, contractId, c.req.valid("query"));
      return c.json(viewIncidents(found), 200);
    })
    .openapi(routes.readRoute, async (c) => {
      const { agencyId, contractId, incidentId } = c.req.valid("param");
      const reading = { store: platform.tenant(agencyId), actor: c.get("actor"), runtime };
      return c.json(viewIncident(await readIncident(reading, contractId, incidentId)), 200);
    })
    .openapi(routes.reportRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, reportIncident, input, agencyId), 201);
    })
    .openapi(routes.followRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, followIncident, input, agencyId), 200);
    });
}
