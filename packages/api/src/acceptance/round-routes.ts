import { OpenAPIHono } from "@hono/zod-openapi";
import {
  assessRound,
  concludeRound,
  objectAcceptance,
  reopenRound,
  signRound,
  withdrawApplication,
} from "@luyue/usecases/acceptance";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { runCommand } from "../command/index.ts";
import * as routes from "./round-definitions.ts";

/** What the agency does with one round of an acceptance. */
export function roundRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.objectRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, objectAcceptance, input), 200);
    })
    .openapi(routes.assessRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, assessRound, input), 200);
    })
    .openapi(routes.signRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, signRound, input), 200);
    })
    .openapi(routes.concludeRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, concludeRound, input), 200);
    })
    .openapi(routes.withdrawRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, withdrawApplication, input), 200);
    })
    .openapi(routes.reopenRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, reopenRound, input), 200);
    });
}
