import { OpenAPIHono } from "@hono/zod-openapi";
import { answerPenalty, readPenalties, readPenalty } from "@luyue/usecases/penalty";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { runCommand } from "../command/index.ts";
import * as routes from "./partner-penalty-definitions.ts";
import { viewPenalties, viewPenalty } from "./penalty-view.ts";

/** What a vendor sees of its penalties, and says to them. */
export function partnerPenaltyRoutes(deps: RouteDependencies) {
  const { platform, runtime } = deps;
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const reading = { store: platform.tenant(agencyId), actor: c.get("actor"), runtime };
      const { penalties, caps } = await readPenalties(reading, contractId, c.req.valid("query").state);
      return c.json(viewPenalties(penalties, caps), 200);
    })
    .openapi(routes.readRoute, async (c) => {
      const { agencyId, contractId, penaltyId } = c.req.valid("param");
      const reading = { store: platform.tenant(agencyId), actor: c.get("actor"), runtime };
      return c.json(viewPenalty(await readPenalty(reading, contractId, penaltyId)), 200);
    })
    .openapi(routes.answerRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, answerPenalty, input, agencyId), 200);
    });
}
