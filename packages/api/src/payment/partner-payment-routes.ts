import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { readPayments } from "@luyue/usecases/query";
import * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, secured } from "../document/describe.ts";
import { partnerPaymentsView, viewPartnerPayments } from "./partner-payment-view.ts";

const params = contractParams.extend({ agencyId: z.string().regex(/^[a-z0-9][a-z0-9_]{0,63}$/) });

const listRoute = createRoute({
  ...secured,
  tags: ["partner"],
  method: "get",
  path: "/v1/partner/agencies/{agencyId}/contracts/{contractId}/payments",
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
