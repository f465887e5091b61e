import { OpenAPIHono } from "@hono/zod-openapi";
import {
  closeContract,
  endContract,
  reopenContract,
  resumeContract,
  withdrawAmendment,
} from "@luyue/usecases/contract";
import { previewAmendment, previewClosing, previewSettlement } from "@luyue/usecases/query";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { viewCheck } from "../check/index.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import { viewEffect } from "../contract/index.ts";
import * as routes from "./lifecycle-definitions.ts";

/** What happens to a contract after it was signed: supplements, early end, closing, and back. */
export function lifecycleRoutes(deps: RouteDependencies) {
  const { runtime } = deps;
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.previewRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId } = c.req.valid("param");
      const plan = await previewAmendment(store, actor, contractId, c.req.valid("json"), runtime);
      const differences = plan.differences.map(({ change, place, subject, field, before, after }) => {
        return { change, place, subject, field: field ?? null, before: before ?? null, after: after ?? null };
      });
      const { obligations, addedWork } = plan;
      const effects = plan.effects.map(viewEffect);
      const failedChecks = plan.newlyFailed.map(viewCheck);
      return c.json({ differences, obligations, effects, addedWork, failedChecks }, 200);
    })
    .openapi(routes.withdrawAmendmentRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, withdrawAmendment, input), 200);
    })
    .openapi(routes.settlementRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId } = c.req.valid("param");
      const found = await previewSettlement(store, actor, contractId, c.req.valid("query"), runtime);
      return c.json(
        { ...found, noticedOn: found.noticedOn ?? null, possibleFrom: found.possibleFrom ?? null },
        200,
      );
    })
    .openapi(routes.endRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, endContract, input), 200);
    })
    .openapi(routes.resumeRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, resumeContract, input), 200);
    })
    .openapi(routes.closeRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, closeContract, input), 200);
    })
    .openapi(routes.openMattersRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const items = await previewClosing(store, actor, c.req.valid("param").contractId, runtime);
      return c.json({ items: [...items] }, 200);
    })
    .openapi(routes.reopenRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, reopenContract, input), 200);
    });
}
