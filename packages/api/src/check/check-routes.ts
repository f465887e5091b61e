import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { countVerdicts } from "@luyue/core/check";
import { checkDraft, listChecks, readChecks } from "@luyue/usecases/query";
import * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf } from "../command/index.ts";
import { contractParams, contractView, termsBody, viewContract } from "../contract/index.ts";
import { jsonAnswer, jsonBody, listOf, secured } from "../document/describe.ts";
import { pageQuery, pageRequest, pageSchema, viewPage } from "../document/page.ts";
import { checkCounts, checkView, viewCheck } from "./check-view.ts";

const about = { tags: ["check"] };
const checksView = z.object({ counts: checkCounts, items: listOf(checkView) });

const contractRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/contracts/{contractId}/checks",
  operationId: "readChecks",
  summary: "The checks on a contract, draft or active, with their figures and sources",
  request: { params: contractParams },
  responses: { 200: jsonAnswer("The checks", checksView) },
});

const stockRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/checks",
  operationId: "listChecks",
  summary: "The checks over all contracts of the agency, by number",
  request: { query: pageQuery },
  responses: {
    200: jsonAnswer(
      "A page of contracts with what is not in order",
      pageSchema(z.object({ contract: contractView, counts: checkCounts, items: listOf(checkView) })),
    ),
  },
});

const draftRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "post",
  path: "/v1/checks",
  operationId: "checkTerms",
  summary: "Checks terms that have not been entered; nothing is stored",
  request: { body: jsonBody(z.strictObject({ terms: termsBody })) },
  responses: { 200: jsonAnswer("The checks", checksView) },
});

export function checkRoutes(deps: RouteDependencies) {
  const { runtime } = deps;
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(contractRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const checks = await readChecks(store, actor, c.req.valid("param").contractId, runtime);
      return c.json({ counts: countVerdicts(checks), items: checks.map(viewCheck) }, 200);
    })
    .openapi(stockRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const page = await listChecks(store, actor, pageRequest(c.req.valid("query")), runtime);
      const view = viewPage(page, ({ contract, checks }) => ({
        contract: viewContract(contract),
        counts: countVerdicts(checks),
        items: checks.filter(({ verdict }) => verdict === "failed" || verdict === "warning").map(viewCheck),
      }));
      return c.json(view, 200);
    })
    .openapi(draftRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const checks = await checkDraft(store, actor, c.req.valid("json").terms, runtime);
      return c.json({ counts: countVerdicts(checks), items: checks.map(viewCheck) }, 200);
    });
}
