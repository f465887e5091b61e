import { OpenAPIHono } from "@hono/zod-openapi";
import { activateContract, amendContract, draftContract, editDraft } from "@luyue/usecases/contract";
import { listContracts, listTermsVersions, readContract, readStanding } from "@luyue/usecases/query";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, etagOf, runCommand } from "../command/index.ts";
import { pageRequest, viewPage } from "../document/page.ts";
import * as routes from "./contract-definitions.ts";
import { viewContract, viewContractState, viewTerms } from "./contract-view.ts";

export function contractRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const page = await listContracts(store, actor, pageRequest(c.req.valid("query")));
      return c.json(viewPage(page, viewContract), 200);
    })
    .openapi(routes.draftRoute, async (c) => {
      const answer = await runCommand(c, deps, draftContract, c.req.valid("json"));
      c.header("Location", `/v1/contracts/${answer.id}`);
      return c.json(answer, 201);
    })
    .openapi(routes.readRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const state = await readContract(store, actor, c.req.valid("param").contractId);
      c.header("ETag", etagOf(state.contract.version));
      return c.json(viewContractState(state, await readStanding(store, state, deps.runtime)), 200);
    })
    .openapi(routes.editRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, editDraft, input), 200);
    })
    .openapi(routes.activateRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, activateContract, input), 200);
    })
    .openapi(routes.amendRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, amendContract, input), 201);
    })
    .openapi(routes.versionsRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const versions = await listTermsVersions(store, actor, c.req.valid("param").contractId);
      return c.json({ items: versions.map(viewTerms) }, 200);
    });
}
