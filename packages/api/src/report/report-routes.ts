import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { readReport, statePosition } from "@luyue/usecases/acceptance";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf } from "../command/index.ts";
import { agencyIdSchema, contractParams } from "../contract/index.ts";
import { secured } from "../document/describe.ts";
import { paperAnswer, paperHeaders } from "../paper/index.ts";
import { renderReport } from "./render-report.tsx";

const params = contractParams.extend({ roundId: statePosition.input.shape.roundId });
const path = "contracts/{contractId}/acceptance-rounds/{roundId}/report";
const page = {
  method: "get",
  summary:
    "The report of a round of acceptance, a Chinese page for printing on A4; a draft while the round is open",
  responses: { 200: paperAnswer },
} as const;

const agencyRoute = createRoute({
  ...secured("contract:read"),
  ...page,
  tags: ["acceptance"],
  path: `/v1/${path}`,
  operationId: "readAcceptanceReport",
  request: { params },
});

const partnerRoute = createRoute({
  ...secured("partner:read"),
  ...page,
  tags: ["partner"],
  path: `/v1/partner/agencies/{agencyId}/${path}`,
  operationId: "readPartnerAcceptanceReport",
  request: { params: params.extend({ agencyId: agencyIdSchema }) },
});

const headers = paperHeaders("zh");

export function reportRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(agencyRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId, roundId } = c.req.valid("param");
      const report = await readReport(store, actor, contractId, roundId, deps.runtime);
      return c.html(renderReport(report), 200, headers);
    })
    .openapi(partnerRoute, async (c) => {
      const { agencyId, contractId, roundId } = c.req.valid("param");
      const store = deps.platform.tenant(agencyId);
      const report = await readReport(store, c.get("actor"), contractId, roundId, deps.runtime);
      return c.html(renderReport(report), 200, headers);
    });
}
