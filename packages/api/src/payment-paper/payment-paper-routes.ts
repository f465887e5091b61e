import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { rejectPayment } from "@luyue/usecases/payment";
import { readPaymentPaper } from "@luyue/usecases/query";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf } from "../command/index.ts";
import { contractParams } from "../contract/index.ts";
import { secured } from "../document/describe.ts";
import { paperAnswer, paperHeaders, paperLanguage, paperQuery } from "../paper/index.ts";
import { renderPaymentPaper } from "./render-payment-paper.tsx";

const route = createRoute({
  ...secured("contract:read"),
  method: "get",
  tags: ["payment"],
  path: "/v1/contracts/{contractId}/payment-requests/{paymentId}/paper",
  operationId: "printPaymentRequest",
  summary: "A request for a payment as a page for printing on A4; the account as the reader may see it",
  request: {
    params: contractParams.extend({ paymentId: rejectPayment.input.shape.paymentId }),
    query: paperQuery,
  },
  responses: { 200: paperAnswer },
});

export function paymentPaperRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>().openapi(route, async (c) => {
    const { store, actor } = agencyOf(c, deps);
    const paper = await readPaymentPaper(store, actor, c.req.valid("param"), deps.runtime);
    const language = paperLanguage(c.req.valid("query"), c.req.header("accept-language"));
    return c.html(renderPaymentPaper(paper, language), 200, paperHeaders(language));
  });
}
