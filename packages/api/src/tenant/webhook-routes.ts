import { OpenAPIHono } from "@hono/zod-openapi";
import { listDeliveries } from "@luyue/usecases/query";
import {
  addWebhook,
  enableWebhook,
  openSecret,
  removeWebhook,
  rotateWebhook,
  testWebhook,
} from "@luyue/usecases/tenant";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runCommand, tenantOf } from "../command/index.ts";
import { pageRequest, viewPage } from "../document/page.ts";
import { viewDelivery } from "../reminder/index.ts";
import * as routes from "./webhook-definitions.ts";

/** Where an agency's messages are posted to: webhooks and group chats' robots. */
export function webhookRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.addWebhookRoute, async (c) => {
      const { id, kind, url, sealedSecret } = await runCommand(c, deps, addWebhook, c.req.valid("json"));
      const secret = sealedSecret === undefined ? null : openSecret(sealedSecret, tenantOf(c), deps.runtime);
      return c.json({ id, kind, url, secret }, 201);
    })
    .openapi(routes.rotateWebhookRoute, async (c) => {
      const input = { ...c.req.valid("param"), ...c.req.valid("json") };
      const { sealedSecret, ...shown } = await runCommand(c, deps, rotateWebhook, input);
      return c.json({ ...shown, secret: openSecret(sealedSecret, tenantOf(c), deps.runtime) }, 200);
    })
    .openapi(routes.testWebhookRoute, async (c) =>
      c.json(await runCommand(c, deps, testWebhook, c.req.valid("param")), 202),
    )
    .openapi(routes.enableWebhookRoute, async (c) =>
      c.json(await runCommand(c, deps, enableWebhook, c.req.valid("param")), 200),
    )
    .openapi(routes.deliveriesRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { id } = c.req.valid("param");
      const page = await listDeliveries(store, actor, id, pageRequest(c.req.valid("query")));
      return c.json(viewPage(page, viewDelivery), 200);
    })
    .openapi(routes.removeWebhookRoute, async (c) =>
      c.json(await runCommand(c, deps, removeWebhook, c.req.valid("param")), 200),
    );
}
