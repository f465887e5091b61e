import { OpenAPIHono } from "@hono/zod-openapi";
import type { StoredObligation } from "@luyue/usecases/contract";
import { fulfilObligation } from "@luyue/usecases/obligation";
import { demandTenant, listContractDue, listDue, readObligation } from "@luyue/usecases/query";
import { tenantCalendar } from "@luyue/usecases/tenant";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand } from "../command/index.ts";
import { pageRequest, viewPage } from "../document/page.ts";
import { viewSent } from "../reminder/index.ts";
import { contractListRoute, fulfilRoute, listRoute, readRoute } from "./obligation-definitions.ts";
import { viewObligation } from "./obligation-view.ts";

export function obligationRoutes(deps: RouteDependencies) {
  const { runtime } = deps;
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(listRoute, async (c) => {
      const agency = agencyOf(c, deps);
      const { limit, cursor, ...filter } = c.req.valid("query");
      const due = { ...filter, now: runtime.now() };
      const page = await listDue(agency.store, agency.actor, due, pageRequest({ limit, cursor }));
      return c.json(viewPage(page, await viewIn(agency, runtime)), 200);
    })
    .openapi(contractListRoute, async (c) => {
      const agency = agencyOf(c, deps);
      const { limit, cursor, ...filter } = c.req.valid("query");
      const due = { ...filter, now: runtime.now() };
      const { contractId } = c.req.valid("param");
      const request = pageRequest({ limit, cursor });
      const page = await listContractDue(agency.store, agency.actor, contractId, due, request);
      return c.json(viewPage(page, await viewIn(agency, runtime)), 200);
    })
    .openapi(readRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { contractId, key } = c.req.valid("param");
      const { stored, sent } = await readObligation(store, actor, contractId, key);
      const view = await viewIn({ store }, runtime);
      return c.json({ ...view(stored), ...viewDetail(stored), sent: sent.map(viewSent) }, 200);
    })
    .openapi(fulfilRoute, async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await runCommand(c, deps, fulfilObligation, input), 200);
    });
}

/** Views in the present and in the calendar of the agency that asks. */
async function viewIn(
  { store }: Pick<ReturnType<typeof agencyOf>, "store">,
  runtime: RouteDependencies["runtime"],
) {
  const calendar = tenantCalendar(await demandTenant(store), runtime);
  const now = runtime.now();
  return (stored: StoredObligation) => viewObligation(stored, now, calendar);
}

function viewDetail({ obligation }: StoredObligation) {
  const { shape, period, explanation } = obligation;
  const { steps, provisionalYears } = explanation;
  return { shape, period: period ?? null, steps, provisionalYears };
}
