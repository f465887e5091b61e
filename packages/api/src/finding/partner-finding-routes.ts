import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import {
  answerFindings,
  listFindings,
  readFinding,
  readFindingsOverview,
  retestFindings,
} from "@luyue/usecases/finding";
import type { Context } from "hono";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { commandHeaders, runCommand } from "../command/index.ts";
import { agencyIdSchema, partnerContractParams, partnerContractPath } from "../contract/index.ts";
import { jsonAnswer, jsonBody, secured } from "../document/describe.ts";
import { pageRequest, viewPage } from "../document/page.ts";
import { findingParams, listQuery, readFilter, stepAnswer } from "./finding-queries.ts";
import { findingPage, findingView, summaryView, viewFinding, viewSummary } from "./finding-view.ts";

const about = { tags: ["partner"] };
const path = `${partnerContractPath}/findings` as const;
const one = `${path}/{findingId}` as const;
const params = partnerContractParams;
const oneParams = findingParams.extend({ agencyId: agencyIdSchema });
const several = { contractId: true, findingIds: true } as const;
const stepped = { 200: jsonAnswer("The findings, all of them or none", stepAnswer) };

const listRoute = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path,
  operationId: "listPartnerFindings",
  summary: "The findings of one of the vendor's contracts, by number",
  request: { params, query: listQuery },
  responses: { 200: jsonAnswer("A page of findings", findingPage) },
});

const summaryRoute = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path: `${path}/summary`,
  operationId: "readPartnerFindingsSummary",
  summary: "How far the findings of one of the vendor's contracts are",
  request: { params },
  responses: { 200: jsonAnswer("The summary", summaryView) },
});

const readRoute = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path: one,
  operationId: "readPartnerFinding",
  summary: "A finding with every step that was taken",
  request: { params: oneParams },
  responses: { 200: jsonAnswer("The finding", findingView) },
});

const answerRoute = createRoute({
  ...about,
  ...secured("finding:answer"),
  method: "post",
  path: `${one}/answer`,
  operationId: "answerPartnerFinding",
  summary: "The answer of a unit of the vendor to a finding",
  request: {
    params: oneParams,
    headers: commandHeaders,
    body: jsonBody(answerFindings.input.omit(several)),
  },
  responses: stepped,
});

const answerAllRoute = createRoute({
  ...about,
  ...secured("finding:answer"),
  method: "post",
  path: `${path}/answers`,
  operationId: "answerPartnerFindings",
  summary: "One answer to up to 40 findings of units of the vendor",
  request: {
    params,
    headers: commandHeaders,
    body: jsonBody(answerFindings.input.omit({ contractId: true })),
  },
  responses: stepped,
});

const retestRoute = createRoute({
  ...about,
  ...secured("finding:retest"),
  method: "post",
  path: `${one}/retest`,
  operationId: "retestPartnerFinding",
  summary: "The vendor's re-test of a finding that somebody else answered",
  request: {
    params: oneParams,
    headers: commandHeaders,
    body: jsonBody(retestFindings.input.omit(several)),
  },
  responses: stepped,
});

const retestAllRoute = createRoute({
  ...about,
  ...secured("finding:retest"),
  method: "post",
  path: `${path}/retests`,
  operationId: "retestPartnerFindings",
  summary: "One re-test of up to 40 findings that somebody else answered",
  request: {
    params,
    headers: commandHeaders,
    body: jsonBody(retestFindings.input.omit({ contractId: true })),
  },
  responses: stepped,
});

/** What a vendor's people see and do of the findings of one contract. */
export function partnerFindingRoutes(deps: RouteDependencies) {
  const { platform, runtime } = deps;
  const reading = (c: Context<ApiEnvironment>, agencyId: string) => {
    return { store: platform.tenant(agencyId), actor: c.get("actor"), runtime };
  };
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(listRoute, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const query = c.req.valid("query");
      const request = pageRequest(query);
      const page = await listFindings(reading(c, agencyId), contractId, readFilter(query), request);
      return c.json({ ...viewPage(page, viewFinding), deriving: page.deriving }, 200);
    })
    .openapi(summaryRoute, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const { overview, units } = await readFindingsOverview(reading(c, agencyId), contractId);
      return c.json(viewSummary(overview, units), 200);
    })
    .openapi(answerAllRoute, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const input = { ...c.req.valid("json"), contractId };
      return c.json(await runCommand(c, deps, answerFindings, input, agencyId), 200);
    })
    .openapi(retestAllRoute, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const input = { ...c.req.valid("json"), contractId };
      return c.json(await runCommand(c, deps, retestFindings, input, agencyId), 200);
    })
    .openapi(readRoute, async (c) => {
      const { agencyId, contractId, findingId } = c.req.valid("param");
      return c.json(viewFinding(await readFinding(reading(c, agencyId), contractId, findingId)), 200);
    })
    .openapi(answerRoute, async (c) => {
      const { agencyId, contractId, findingId } = c.req.valid("param");
      const input = { ...c.req.valid("json"), contractId, findingIds: [findingId] };
      return c.json(await runCommand(c, deps, answerFindings, input, agencyId), 200);
    })
    .openapi(retestRoute, async (c) => {
      const { agencyId, contractId, findingId } = c.req.valid("param");
      const input = { ...c.req.valid("json"), contractId, findingIds: [findingId] };
      return c.json(await runCommand(c, deps, retestFindings, input, agencyId), 200);
    });
}
