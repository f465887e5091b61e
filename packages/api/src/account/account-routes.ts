import { OpenAPIHono } from "@hono/zod-openapi";
import { changeAccount, readAccount } from "@luyue/usecases/account";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import { changeRoute, readRoute } from "./account-definitions.ts";

export function accountRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(readRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId } = c.req.valid("param");
      const account = await readAccount(store, actor, contractId);
      return c.json({ contractId, account: account ?? null }, 200);
    })
    .openapi(changeRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, changeAccount, input), 200);
    });
}
