import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { answerPenalty, readPenaltyNotice } from "@luyue/usecases/penalty";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf } from "../command/index.ts";
import { contractParams, partnerContractParams } from "../contract/index.ts";
import { secured } from "../document/describe.ts";
import { paperAnswer, paperHeaders, paperLanguage, paperQuery } from "../paper/index.ts";
import { renderNotice } from "./render-notice.tsx";

const penaltyId = answerPenalty.input.shape.penaltyId;
const path = "contracts/{contractId}/penalties/{penaltyId}/notice";
const page = {
  method: "get",
  summary: "The notice of a penalty, a page for printing on A4; before the decision what is proposed",
  responses: { 200: paperAnswer },
} as const;

const agencyRoute = createRoute({
  ...secured("contract:read"),
  ...page,
  tags: ["penalty"],
  path: `/v1/${path}`,
  operationId: "printPenaltyNotice",
  request: { params: contractParams.extend({ penaltyId }), query: paperQuery },
});

const partnerRoute = createRoute({
  ...secured("partner:read"),
  ...page,
  tags: ["partner"],
  path: `/v1/partner/agencies/{agencyId}/${path}`,
  operationId: "printPartnerPenaltyNotice",
  request: { params: partnerContractParams.extend({ penaltyId }), query: paperQuery },
});

export function noticeRoutes(deps: RouteDependencies) {
  const { platform, runtime } = deps;
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(agencyRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId, penaltyId: id } = c.req.valid("param");
      const notice = await readPenaltyNotice(store, actor, contractId, id, runtime);
      const language = paperLanguage(c.req.valid("query"), c.req.header("accept-language"));
      return c.html(renderNotice(notice, language), 200, paperHeaders(language));
    })
    .openapi(partnerRoute, async (c) => {
      const { agencyId, contractId, penaltyId: id } = c.req.valid("param");
      const store = platform.tenant(agencyId);
      const notice = await readPenaltyNotice(store, c.get("actor"), contractId, id, runtime);
      const language = paperLanguage(c.req.valid("query"), c.req.header("accept-language"));
      return c.html(renderNotice(notice, language), 200, paperHeaders(language));
    });
}
