import { OpenAPIHono } from "@hono/zod-openapi";
import {
  claimBond,
  enterBond,
  readBonds,
  recordClaimPaid,
  releaseBond,
  withdrawBond,
  withdrawClaim,
} from "@luyue/usecases/bond";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import * as routes from "./bond-definitions.ts";
import { viewBonds } from "./bond-view.ts";

export function bondRoutes(deps: RouteDependencies) {
  const { platform, runtime } = deps;
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      return c.json(viewBonds(await readBonds(store, actor, c.req.valid("param").contractId, runtime)), 200);
    })
    .openapi(routes.partnerListRoute, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const read = await readBonds(platform.tenant(agencyId), c.get("actor"), contractId, runtime);
      return c.json(viewBonds(read), 200);
    })
    .openapi(routes.enterRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, enterBond, input), 201);
    })
    .openapi(routes.claimRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, claimBond, input), 201);
    })
    .openapi(routes.claimPaidRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, recordClaimPaid, input), 200);
    })
    .openapi(routes.withdrawClaimRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, withdrawClaim, input), 200);
    })
    .openapi(routes.releaseRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, releaseBond, input), 200);
    })
    .openapi(routes.withdrawRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, withdrawBond, input), 200);
    });
}
