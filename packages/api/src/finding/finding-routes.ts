import { OpenAPIHono } from "@hono/zod-openapi";
import {
  answerFindings,
  approveFindings,
  handOutFindings,
  listFindings,
  listUnits,
  putUnit,
  readFindingsOverview,
  retestFindings,
} from "@luyue/usecases/finding";
import type { Context } from "hono";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import { pageRequest, viewPage } from "../document/page.ts";
import * as routes from "./finding-definitions.ts";
import { readFilter } from "./finding-queries.ts";
import { viewFinding, viewSummary, viewUnit } from "./finding-view.ts";

/** What members of an agency read of a contract's findings and units, and how they change both but one by one. */
export function findingRoutes(deps: RouteDependencies) {
  const reading = (c: Context<ApiEnvironment>) => ({ ...agencyOf(c, deps), runtime: deps.runtime });
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { contractId } = c.req.valid("param");
      const query = c.req.valid("query");
      const page = await listFindings(reading(c), contractId, readFilter(query), pageRequest(query));
      return c.json({ ...viewPage(page, viewFinding), deriving: page.deriving }, 200);
    })
    .openapi(routes.handOutRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, handOutFindings, input), 201);
    })
    .openapi(routes.summaryRoute, async (c) => {
      const { overview, units } = await readFindingsOverview(reading(c), c.req.valid("param").contractId);
      return c.json(viewSummary(overview, units), 200);
    })
    .openapi(routes.answerAllRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, answerFindings, input), 200);
    })
    .openapi(routes.approveAllRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, approveFindings, input), 200);
    })
    .openapi(routes.retestAllRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, retestFindings, input), 200);
    })
    .openapi(routes.listUnitsRoute, async (c) => {
      const units = await listUnits(reading(c), c.req.valid("param").contractId);
      return c.json({ items: units.map(viewUnit) }, 200);
    })
    .openapi(routes.putUnitRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, putUnit, input), 200);
    });
}
