import { OpenAPIHono } from "@hono/zod-openapi";
import { listMeasurements, recordMeasurement, withdrawMeasurement } from "@luyue/usecases/measurement";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import * as routes from "./measurement-definitions.ts";
import { viewMeasurement } from "./measurement-view.ts";

export function measurementRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const measurements = await listMeasurements(store, actor, c.req.valid("param").contractId);
      return c.json({ items: measurements.map(viewMeasurement) }, 200);
    })
    .openapi(routes.recordRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, recordMeasurement, input), 201);
    })
    .openapi(routes.withdrawRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, withdrawMeasurement, input), 200);
    });
}
