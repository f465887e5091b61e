import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { answerScore, readScore, readScores } from "@luyue/usecases/score";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { commandHeaders, runCommand } from "../command/index.ts";
import { agencyIdSchema, partnerContractParams, partnerContractPath } from "../contract/index.ts";
import { jsonAnswer, jsonBody, secured } from "../document/describe.ts";
import { answeredAnswer, periodParams } from "./score-definitions.ts";
import { scoresView, scoreView } from "./score-schemas.ts";
import { viewScore, viewScores } from "./score-view.ts";

const about = { tags: ["partner"] };
const path = `${partnerContractPath}/scores` as const;
const onePeriod = periodParams.extend({ agencyId: agencyIdSchema });

const listRoute = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path,
  operationId: "listPartnerScores",
  summary: "Every period of the score of one of the vendor's contracts, and what is proposed or final",
  request: { params: partnerContractParams },
  responses: { 200: jsonAnswer("The years", scoresView) },
});

const readRoute = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path: `${path}/{period}`,
  operationId: "readPartnerScore",
  summary: "The score of a period as proposed or final, with every mark",
  request: { params: onePeriod },
  responses: { 200: jsonAnswer("The score", scoreView) },
});

const answerRoute = createRoute({
  ...about,
  ...secured("score:answer"),
  method: "post",
  path: `${path}/{period}/answer`,
  operationId: "answerPartnerScore",
  summary: "Agrees to a proposed score, or says why not; it may be changed until the last day for it",
  request: {
    params: onePeriod,
    headers: commandHeaders,
    body: jsonBody(answerScore.input.omit({ contractId: true, period: true })),
  },
  responses: { 200: jsonAnswer("The answer", answeredAnswer) },
});

/** What a vendor sees of its scores, and says to them. */
export function partnerScoreRoutes(deps: RouteDependencies) {
  const { platform, runtime } = deps;
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(listRoute, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const scores = await readScores(platform.tenant(agencyId), c.get("actor"), contractId, runtime);
      return c.json(viewScores(scores), 200);
    })
    .openapi(readRoute, async (c) => {
      const { agencyId, contractId, period } = c.req.valid("param");
      const score = await readScore(platform.tenant(agencyId), c.get("actor"), contractId, period, runtime);
      return c.json(viewScore(score), 200);
    })
    .openapi(answerRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, answerScore, input, agencyId), 200);
    });
}
