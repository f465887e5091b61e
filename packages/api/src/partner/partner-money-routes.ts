import { OpenAPIHono } from "@hono/zod-openapi";
import { changeAccount, readAccount } from "@luyue/usecases/account";
import { listInvoices, submitInvoice, withdrawInvoice } from "@luyue/usecases/invoice";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { runCommand } from "../command/index.ts";
import { viewInvoice } from "../invoice/index.ts";
import * as routes from "./partner-money-definitions.ts";

/** What a vendor does with the money of one contract. The tenant is in the address: what is not the vendor's own is not found. */
export function partnerMoneyRoutes(deps: RouteDependencies) {
  const { platform, runtime } = deps;
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const actor = c.get("actor");
      const { agencyId, contractId } = c.req.valid("param");
      const invoices = await listInvoices(platform.tenant(agencyId), actor, contractId, runtime);
      return c.json({ items: invoices.map(viewInvoice) }, 200);
    })
    .openapi(routes.submitRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, submitInvoice, input, agencyId), 201);
    })
    .openapi(routes.withdrawRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, withdrawInvoice, input, agencyId), 200);
    })
    .openapi(routes.readAccountRoute, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const account = await readAccount(platform.tenant(agencyId), c.get("actor"), contractId);
      return c.json({ contractId, account: account ?? null }, 200);
    })
    .openapi(routes.accountRoute, async (c) => {
      const { agencyId, ...named } = c.req.valid("param");
      const input = { ...c.req.valid("json"), ...named };
      return c.json(await runCommand(c, deps, changeAccount, input, agencyId), 200);
    });
}
