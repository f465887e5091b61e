import { OpenAPIHono } from "@hono/zod-openapi";
import {
  approvePayment,
  recordPayment,
  refundPayment,
  rejectPayment,
  requestPayment,
  reversePayment,
  withdrawPayment,
} from "@luyue/usecases/payment";
import { demandStanding, readPayments } from "@luyue/usecases/query";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import { viewContractPayments } from "./contract-payments-view.ts";
import { viewPaymentDetail } from "./detail-view.ts";
import { viewInterestDays } from "./interest-view.ts";
import * as commands from "./payment-command-definitions.ts";
import { interestRoute, listRoute, readRoute } from "./payment-definitions.ts";

export function paymentRoutes(deps: RouteDependencies) {
  const { runtime } = deps;
  const routes = new OpenAPIHono<ApiEnvironment>()
    .openapi(listRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId } = c.req.valid("param");
      const payments = await readPayments(store, actor, contractId, runtime);
      return c.json(viewContractPayments(contractId, payments, runtime.now()), 200);
    })
    .openapi(readRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId, of } = c.req.valid("param");
      const payments = await readPayments(store, actor, contractId, runtime);
      const standing = demandStanding(payments, of);
      return c.json(viewPaymentDetail(contractId, standing, payments, runtime.now()), 200);
    })
    .openapi(interestRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId, of } = c.req.valid("param");
      const { through } = c.req.valid("query");
      const payments = await readPayments(store, actor, contractId, runtime, through);
      const { assessment } = demandStanding(payments, of);
      const interest = viewInterestDays(assessment?.interest);
      return c.json({ contractId, of, asOf: payments.asOf, ...interest }, 200);
    });
  return routes.route("/", commandRoutes(deps));
}

function commandRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(commands.requestRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, requestPayment, input), 201);
    })
    .openapi(commands.approveRoute, async (c) =>
      c.json(await runCommand(c, deps, approvePayment, c.req.valid("param")), 200),
    )
    .openapi(commands.rejectRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, rejectPayment, input), 200);
    })
    .openapi(commands.withdrawRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, withdrawPayment, input), 200);
    })
    .openapi(commands.payRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, recordPayment, input), 200);
    })
    .openapi(commands.reverseRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, reversePayment, input), 200);
    })
    .openapi(commands.refundRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, refundPayment, input), 201);
    });
}
