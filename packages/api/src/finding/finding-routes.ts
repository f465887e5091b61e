import { OpenAPIHono } from "@hono/zod-openapi";
import {
  answerFindings,
  approveFindings,
  extendFinding,
  handOutFindings,
  listFindings,
  listUnits,
  putUnit,
  readFinding,
  readFindingsOverview,
  reopenFinding,
  retestFindings,
  returnFinding,
  withdrawFinding,
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

/** One finding: what there is to read of it, and each step. */
export function oneFindingRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.readRoute, async (c) => {
      const { contractId, findingId } = c.req.valid("param");
      const reading = { ...agencyOf(c, deps), runtime: deps.runtime };
      return c.json(viewFinding(await readFinding(reading, contractId, findingId)), 200);
    })
    .openapi(routes.answerRoute, async (c) => {
      const { contractId, findingId } = c.req.valid("param");
      const input = { ...c.req.valid("json"), contractId, findingIds: [findingId] };
      return c.json(await runCommand(c, deps, answerFindings, input), 200);
    })
    .openapi(routes.approveRoute, async (c) => {
      const { contractId, findingId } = c.req.valid("param");
      const input = { contractId, findingIds: [findingId] };
      return c.json(await runCommand(c, deps, approveFindings, input), 200);
    })
    .openapi(routes.returnRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, returnFinding, input), 200);
    })
    .openapi(routes.retestRoute, async (c) => {
      const { contractId, findingId } = c.req.valid("param");
      const input = { ...c.req.valid("json"), contractId, findingIds: [findingId] };
      return c.json(await runCommand(c, deps, retestFindings, input), 200);
    })
    .openapi(routes.withdrawRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, withdrawFinding, input), 200);
    })
    .openapi(routes.reopenRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, reopenFinding, input), 200);
    })
    .openapi(routes.extendRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, extendFinding, input), 200);
    });
}
