import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { readPayments } from "@luyue/usecases/query";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { partnerContractParams, partnerContractPath } from "../contract/index.ts";
import { jsonAnswer, secured } from "../document/describe.ts";
import { partnerPaymentsView, viewPartnerPayments } from "./partner-payment-view.ts";

const params = partnerContractParams;

const listRoute = createRoute({
  ...secured("partner:read"),
  tags: ["partner"],
  method: "get",
  path: `${partnerContractPath}/payments`,
  operationId: "listPartnerPayments",
  summary: "What the vendor is owed under a contract, and what holds it",
  request: { params },
  responses: { 200: jsonAnswer("The payments, in the order of the contract", partnerPaymentsView) },
});

export function partnerPaymentRoutes({ platform, runtime }: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>().openapi(listRoute, async (c) => {
    const { agencyId, contractId } = c.req.valid("param");
    const payments = await readPayments(platform.tenant(agencyId), c.get("actor"), contractId, runtime);
    return c.json(viewPartnerPayments(contractId, payments, runtime.now()), 200);
  });
}
