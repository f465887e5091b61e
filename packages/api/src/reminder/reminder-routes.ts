import { OpenAPIHono } from "@hono/zod-openapi";
import { listFailed, listSent, readTenant } from "@luyue/usecases/query";
import { changeReminderPolicy, previewReminders, resendMessage, settingsOf } from "@luyue/usecases/reminder";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, etagOf, runCommand } from "../command/index.ts";
import { pageRequest, viewPage } from "../document/page.ts";
import { personalRoutes } from "./personal-routes.ts";
import * as routes from "./reminder-definitions.ts";
import { viewSent } from "./sent-view.ts";

/** What an agency sends, will send, and by which rules. */
export function reminderRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.listRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const page = await listSent(store, actor, pageRequest(c.req.valid("query")));
      return c.json(viewPage(page, viewSent), 200);
    })
    .openapi(routes.failedRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const page = await listFailed(store, actor, pageRequest(c.req.valid("query")));
      return c.json(viewPage(page, viewSent), 200);
    })
    .openapi(routes.resendRoute, async (c) =>
      c.json(await runCommand(c, deps, resendMessage, c.req.valid("json")), 202),
    )
    .openapi(routes.previewRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { days = 30, limit = 200, contractId } = c.req.valid("query");
      return c.json(await previewReminders(store, actor, { days, limit, contractId }, deps.runtime), 200);
    })
    .openapi(routes.previewPolicyRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { days = 30, limit = 200 } = c.req.valid("query");
      const settings = c.req.valid("json");
      return c.json(await previewReminders(store, actor, { days, limit, settings }, deps.runtime), 200);
    })
    .openapi(routes.readPolicyRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const tenant = await readTenant(store, actor);
      c.header("ETag", etagOf(tenant.version));
      return c.json({ ...settingsOf(tenant), isDefault: tenant.reminders === undefined }, 200);
    })
    .openapi(routes.changePolicyRoute, async (c) =>
      c.json(await runCommand(c, deps, changeReminderPolicy, c.req.valid("json")), 200),
    )
    .route("/", personalRoutes(deps));
}
