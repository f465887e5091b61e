import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { DomainError } from "@luyue/core/error";
import { listPartnerContracts, listPartnerDue } from "@luyue/usecases/query";
import type { Context } from "hono";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { jsonAnswer, secured } from "../document/describe.ts";
import { pageQuery, pageRequest, pageSchema, viewPage } from "../document/page.ts";
import { dueQuery, obligationView } from "../obligation/index.ts";
import { partnerContractView, viewerFor, viewPartnerContract } from "./partner-view.ts";

const about = { tags: ["partner"] };

const dueRoute = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path: "/v1/partner/obligations",
  operationId: "listPartnerObligations",
  summary: "What the vendor owes and is owed, over all agencies, by date",
  request: { query: dueQuery },
  responses: { 200: jsonAnswer("A page of obligations", pageSchema(obligationView)) },
});

const contractsRoute = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path: "/v1/partner/contracts",
  operationId: "listPartnerContracts",
  summary: "The vendor's active contracts with all agencies",
  request: { query: pageQuery },
  responses: { 200: jsonAnswer("A page of contracts", pageSchema(partnerContractView)) },
});

export function partnerRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(dueRoute, async (c) => {
      const { store, actor } = vendorOf(c, deps);
      const { limit, cursor, ...filter } = c.req.valid("query");
      const now = deps.runtime.now();
      const page = await listPartnerDue(store, actor, { ...filter, now }, pageRequest({ limit, cursor }));
      return c.json(viewPage(page, await viewerFor(page, now, deps)), 200);
    })
    .openapi(contractsRoute, async (c) => {
      const { store, actor } = vendorOf(c, deps);
      const page = await listPartnerContracts(store, actor, pageRequest(c.req.valid("query")));
      return c.json(viewPage(page, viewPartnerContract), 200);
    });
}

function vendorOf(c: Context<ApiEnvironment>, { platform }: RouteDependencies) {
  const actor = c.get("actor");
  if (actor.kind === "partner") return { store: platform.vendor(actor.vendorId), actor };
  throw new DomainError("forbidden", { zh: "仅限供应商人员", en: "for partner users only" });
}
