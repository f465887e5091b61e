import { OpenAPIHono } from "@hono/zod-openapi";
import {
  listSubmissions,
  readProgress,
  submitDeliverable,
  withdrawDeliverable,
} from "@luyue/usecases/deliverable";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { runCommand } from "../command/index.ts";
import * as routes from "./partner-deliverable-definitions.ts";
import { viewProgress } from "./progress-view.ts";
import { viewSubmission } from "./submission-view.ts";

/** What a vendor hands in under one contract. The tenant is in the address: what is not the vendor's own is not found. */
export function partnerDeliverableRoutes(deps: RouteDependencies) {
  const { platform, runtime } = deps;
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const store = platform.tenant(agencyId);
      const found = await listSubmissions(store, c.get("actor"), contractId, c.req.valid("query"), runtime);
      return c.json({ items: found.map(viewSubmission) }, 200);
    })
    .openapi(routes.submitRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, submitDeliverable, input, agencyId), 201);
    })
    .openapi(routes.withdrawRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, withdrawDeliverable, input, agencyId), 200);
    })
    .openapi(routes.progressRoute, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const found = await readProgress(platform.tenant(agencyId), c.get("actor"), contractId, runtime);
      return c.json(viewProgress(found), 200);
    });
}
