import { OpenAPIHono } from "@hono/zod-openapi";
import {
  answerPenalty,
  claimPenaltyOnBond,
  dismissPenalty,
  imposePenalty,
  proposePenalty,
  proposePenaltyByRule,
  readOccasions,
  readPenalties,
  readPenalty,
  recordPenaltyPaid,
  revokeCollection,
  setOffPenalty,
  waivePenalty,
  withdrawPenalty,
} from "@luyue/usecases/penalty";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import * as routes from "./penalty-definitions.ts";
import { viewCut, viewOccasion, viewPenalties, viewPenalty, viewSum } from "./penalty-view.ts";

export function penaltyRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .route("/", decisionRoutes(deps))
    .route("/", collectionRoutes(deps));
}

/** Penalties as they are read, proposed, answered and decided. */
function decisionRoutes(deps: RouteDependencies) {
  const { runtime } = deps;
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { contractId } = c.req.valid("param");
      const reading = { ...agencyOf(c, deps), runtime };
      const { penalties, caps } = await readPenalties(reading, contractId, c.req.valid("query").state);
      return c.json(viewPenalties(penalties, caps), 200);
    })
    .openapi(routes.readRoute, async (c) => {
      const { contractId, penaltyId } = c.req.valid("param");
      const reading = { ...agencyOf(c, deps), runtime };
      return c.json(viewPenalty(await readPenalty(reading, contractId, penaltyId)), 200);
    })
    .openapi(routes.occasionsRoute, async (c) => {
      const reading = { ...agencyOf(c, deps), runtime };
      const found = await readOccasions(reading, c.req.valid("param").contractId);
      return c.json({ items: found.map(viewOccasion) }, 200);
    })
    .openapi(routes.answerRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, answerPenalty, input), 200);
    })
    .openapi(routes.proposeByRuleRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      const { sum, ...proposed } = await runCommand(c, deps, proposePenaltyByRule, input);
      return c.json({ ...proposed, sum: viewSum(sum) }, 201);
    })
    .openapi(routes.proposeRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      const { sum, ...proposed } = await runCommand(c, deps, proposePenalty, input);
      return c.json({ ...proposed, sum: viewSum(sum) }, 201);
    })
    .openapi(routes.imposeRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      const { cuts, ...imposed } = await runCommand(c, deps, imposePenalty, input);
      return c.json({ ...imposed, cuts: cuts.map(viewCut) }, 200);
    })
    .openapi(routes.dismissRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, dismissPenalty, input), 200);
    })
    .openapi(routes.withdrawRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, withdrawPenalty, input), 200);
    });
}

/** How imposed penalties are dealt with: set off, claimed, paid, waived, and taken back. */
function collectionRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.setOffRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, setOffPenalty, input), 201);
    })
    .openapi(routes.claimRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, claimPenaltyOnBond, input), 201);
    })
    .openapi(routes.paidRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, recordPenaltyPaid, input), 201);
    })
    .openapi(routes.waiveRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, waivePenalty, input), 201);
    })
    .openapi(routes.revokeRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, revokeCollection, input), 200);
    });
}
