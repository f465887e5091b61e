import { OpenAPIHono } from "@hono/zod-openapi";
import {
  answerScore,
  proposeScore,
  readScore,
  readScores,
  reopenScore,
  settleScore,
  withdrawScore,
} from "@luyue/usecases/score";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import { renderScoreSheet, sheetPolicy } from "./render-score-sheet.ts";
import * as routes from "./score-definitions.ts";
import { viewAgencyScore, viewMean, viewScores, viewTrigger } from "./score-view.ts";

export function scoreRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId } = c.req.valid("param");
      return c.json(viewScores(await readScores(store, actor, contractId, deps.runtime)), 200);
    })
    .openapi(routes.readRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId, period } = c.req.valid("param");
      return c.json(viewAgencyScore(await readScore(store, actor, contractId, period, deps.runtime)), 200);
    })
    .openapi(routes.sheetRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId, period } = c.req.valid("param");
      const score = await readScore(store, actor, contractId, period, deps.runtime);
      c.header("Content-Security-Policy", sheetPolicy);
      return c.html(await renderScoreSheet(score), 200);
    })
    .openapi(routes.proposeRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, proposeScore, input), 200);
    })
    .openapi(routes.answerRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, answerScore, input), 200);
    })
    .openapi(routes.settleRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      const { year, triggers, ...settled } = await runCommand(c, deps, settleScore, input);
      return c.json({ ...settled, year: viewMean(year), triggers: triggers.map(viewTrigger) }, 200);
    })
    .openapi(routes.withdrawRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, withdrawScore, input), 200);
    })
    .openapi(routes.reopenRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, reopenScore, input), 200);
    });
}
