import { OpenAPIHono } from "@hono/zod-openapi";
import {
  answerFindings,
  approveFindings,
  extendFinding,
  readFinding,
  reopenFinding,
  retestFindings,
  returnFinding,
  withdrawFinding,
} from "@luyue/usecases/finding";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import { viewFinding } from "./finding-view.ts";
import * as routes from "./one-finding-definitions.ts";

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
