import { OpenAPIHono } from "@hono/zod-openapi";
import {
  askStaffChange,
  carryOutChange,
  consentToChange,
  correctPerson,
  demandStaffChange,
  enterPerson,
  fileAgreement,
  leavePerson,
  readPeople,
  recordAbsence,
  refuseChange,
  withdrawAbsence,
  withdrawChange,
} from "@luyue/usecases/people";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import { viewPeople } from "./people-view.ts";
import * as routes from "./person-definitions.ts";

export function personRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>().route("/", rosterRoutes(deps)).route("/", staffChangeRoutes(deps));
}

/** The roster: who is on it, what is on file of them, and who was away. */
function rosterRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId } = c.req.valid("param");
      return c.json(viewPeople(await readPeople(store, actor, contractId, deps.runtime)), 200);
    })
    .openapi(routes.enterRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, enterPerson, input), 201);
    })
    .openapi(routes.correctRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, correctPerson, input), 200);
    })
    .openapi(routes.agreementRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, fileAgreement, input), 200);
    })
    .openapi(routes.leaveRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, leavePerson, input), 200);
    })
    .openapi(routes.absenceRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, recordAbsence, input), 201);
    })
    .openapi(routes.withdrawAbsenceRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, withdrawAbsence, input), 200);
    });
}

/** Changes of the vendor's people: asked for, demanded, answered, carried out. */
function staffChangeRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.askRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, askStaffChange, input), 201);
    })
    .openapi(routes.carryOutRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, carryOutChange, input), 200);
    })
    .openapi(routes.withdrawRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, withdrawChange, input), 200);
    })
    .openapi(routes.demandRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, demandStaffChange, input), 201);
    })
    .openapi(routes.consentRoute, async (c) => {
      const input = { ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, consentToChange, input), 200);
    })
    .openapi(routes.refuseRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, refuseChange, input), 200);
    });
}
