import { OpenAPIHono } from "@hono/zod-openapi";
import {
  acceptDeliverable,
  listSubmissions,
  readProgress,
  reopenDeliverable,
  returnDeliverable,
  submitDeliverable,
  withdrawDeliverable,
} from "@luyue/usecases/deliverable";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import * as routes from "./deliverable-definitions.ts";
import { viewProgress } from "./progress-view.ts";
import { viewAgencySubmission } from "./submission-view.ts";

export function deliverableRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId } = c.req.valid("param");
      const found = await listSubmissions(store, actor, contractId, c.req.valid("query"), deps.runtime);
      return c.json({ items: found.map(viewAgencySubmission) }, 200);
    })
    .openapi(routes.submitRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, submitDeliverable, input), 201);
    })
    .openapi(routes.acceptRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, acceptDeliverable, input), 200);
    })
    .openapi(routes.returnRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, returnDeliverable, input), 200);
    })
    .openapi(routes.withdrawRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, withdrawDeliverable, input), 200);
    })
    .openapi(routes.reopenRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, reopenDeliverable, input), 200);
    })
    .openapi(routes.progressRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId } = c.req.valid("param");
      return c.json(viewProgress(await readProgress(store, actor, contractId, deps.runtime)), 200);
    });
}
