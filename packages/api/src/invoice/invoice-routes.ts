import { OpenAPIHono } from "@hono/zod-openapi";
import {
  acceptInvoice,
  listInvoices,
  rejectInvoice,
  revokeInvoice,
  submitInvoice,
  withdrawInvoice,
} from "@luyue/usecases/invoice";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import * as routes from "./invoice-definitions.ts";
import { viewAgencyInvoice } from "./invoice-view.ts";

export function invoiceRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId } = c.req.valid("param");
      const invoices = await listInvoices(store, actor, contractId, deps.runtime);
      return c.json({ items: invoices.map(viewAgencyInvoice) }, 200);
    })
    .openapi(routes.submitRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, submitInvoice, input), 201);
    })
    .openapi(routes.acceptRoute, async (c) =>
      c.json(await runCommand(c, deps, acceptInvoice, c.req.valid("param")), 200),
    )
    .openapi(routes.rejectRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, rejectInvoice, input), 200);
    })
    .openapi(routes.withdrawRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, withdrawInvoice, input), 200);
    })
    .openapi(routes.revokeRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, revokeInvoice, input), 200);
    });
}
