import { OpenAPIHono } from "@hono/zod-openapi";
import {
  approveDeduction,
  proposeDeduction,
  rejectDeduction,
  withdrawDeduction,
} from "@luyue/usecases/deduction";
import { listDeductions } from "@luyue/usecases/query";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import * as routes from "./deduction-definitions.ts";
import { viewDeduction } from "./deduction-view.ts";

export function deductionRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const deductions = await listDeductions(store, actor, c.req.valid("param").contractId);
      return c.json({ items: deductions.map(viewDeduction) }, 200);
    })
    .openapi(routes.proposeRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, proposeDeduction, input), 201);
    })
    .openapi(routes.approveRoute, async (c) =>
      c.json(await runCommand(c, deps, approveDeduction, c.req.valid("param")), 200),
    )
    .openapi(routes.rejectRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, rejectDeduction, input), 200);
    })
    .openapi(routes.withdrawRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, withdrawDeduction, input), 200);
    });
}
