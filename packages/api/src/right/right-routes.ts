import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { type ContractRights, readRights } from "@luyue/usecases/right";
import * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf } from "../command/index.ts";
import { contractParams, partnerContractParams, partnerContractPath } from "../contract/index.ts";
import { jsonAnswer, listOf, secured } from "../document/describe.ts";
import { rightView, viewRight } from "./right-view.ts";

const rightsView = z.object({
  asOf: z.string(),
  items: listOf(rightView).meta({ description: "the latest first; a person decides what comes of it" }),
});

const listRoute = createRoute({
  ...secured,
  tags: ["right"],
  method: "get",
  path: "/v1/contracts/{contractId}/rights",
  operationId: "listRights",
  summary: "The rights that have arisen under a contract, each with the facts that gave it",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("The rights", rightsView) },
});

const partnerListRoute = createRoute({
  ...secured,
  tags: ["partner"],
  method: "get",
  path: `${partnerContractPath}/rights`,
  operationId: "listPartnerRights",
  summary: "The rights that have arisen under one of the vendor's contracts",
  request: {
    params: partnerContractParams,
  },
  responses: { 200: jsonAnswer("The rights", rightsView) },
});

export function rightRoutes(deps: RouteDependencies) {
  const { platform, runtime } = deps;
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(listRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const read = await readRights(store, actor, c.req.valid("param").contractId, runtime);
      return c.json(viewRights(read), 200);
    })
    .openapi(partnerListRoute, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const read = await readRights(platform.tenant(agencyId), c.get("actor"), contractId, runtime);
      return c.json(viewRights(read), 200);
    });
}

function viewRights({ asOf, rights }: ContractRights) {
  return { asOf, items: rights.map(viewRight) };
}
