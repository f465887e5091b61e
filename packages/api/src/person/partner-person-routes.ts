import { OpenAPIHono } from "@hono/zod-openapi";
import {
  askStaffChange,
  carryOutChange,
  correctPerson,
  enterPerson,
  fileAgreement,
  readPeople,
  withdrawChange,
} from "@luyue/usecases/people";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { runCommand } from "../command/index.ts";
import { viewPeople } from "./people-view.ts";
import * as routes from "./partner-person-definitions.ts";

/** What a vendor keeps of its people, and asks for. */
export function partnerPersonRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const store = deps.platform.tenant(agencyId);
      return c.json(viewPeople(await readPeople(store, c.get("actor"), contractId, deps.runtime)), 200);
    })
    .openapi(routes.enterRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, enterPerson, input, agencyId), 201);
    })
    .openapi(routes.correctRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, correctPerson, input, agencyId), 200);
    })
    .openapi(routes.agreementRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, fileAgreement, input, agencyId), 200);
    })
    .openapi(routes.askRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, askStaffChange, input, agencyId), 201);
    })
    .openapi(routes.carryOutRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, carryOutChange, input, agencyId), 200);
    })
    .openapi(routes.withdrawRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, withdrawChange, input, agencyId), 200);
    });
}
