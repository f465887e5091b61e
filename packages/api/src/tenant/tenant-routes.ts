import { OpenAPIHono } from "@hono/zod-openapi";
import { listDeliveries, listMembers, readTenant } from "@luyue/usecases/query";
import {
  addWebhook,
  createApiKey,
  enableWebhook,
  openSecret,
  putMember,
  removeWebhook,
  revokeApiKey,
  rotateWebhook,
  showApiKey,
  testWebhook,
  updateSettings,
} from "@luyue/usecases/tenant";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { writeKey } from "../auth/index.ts";
import { agencyOf, etagOf, runCommand, runDerived, tenantOf, wasReplayed } from "../command/index.ts";
import { pageRequest, viewPage } from "../document/page.ts";
import { viewDelivery } from "../reminder/index.ts";
import * as routes from "./tenant-definitions.ts";
import { viewMember, viewTenant } from "./tenant-view.ts";

export function tenantRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.readRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const tenant = await readTenant(store, actor);
      c.header("ETag", etagOf(tenant.version));
      return c.json(viewTenant(tenant), 200);
    })
    .openapi(routes.updateRoute, async (c) =>
      c.json(await runCommand(c, deps, updateSettings, c.req.valid("json")), 200),
    )
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
    )
    .openapi(routes.apiKeysRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      const { apiKeys = [] } = await readTenant(store, actor);
      return c.json({ items: apiKeys.map(showApiKey) }, 200);
    })
    .openapi(routes.createApiKeyRoute, async (c) => {
      const sent = c.req.valid("json");
      const secret = deps.runtime.newKeySecret();
      const hash = deps.runtime.digest(secret);
      // Equal requests are those that sent the same; what was answered once is answered again, but for the key.
      const shown = await runDerived(c, deps, createApiKey, {
        sent,
        derive: async () => ({ ...sent, hash }),
      });
      if (wasReplayed(c)) return c.json(shown, 201);
      return c.json({ ...shown, key: writeKey(tenantOf(c), shown.id, secret) }, 201);
    })
    .openapi(routes.revokeApiKeyRoute, async (c) =>
      c.json(await runCommand(c, deps, revokeApiKey, c.req.valid("param")), 200),
    )
    .openapi(routes.membersRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      return c.json({ items: (await listMembers(store, actor)).map(viewMember) }, 200);
    })
    .openapi(routes.putMemberRoute, async (c) => {
      const member = await runCommand(c, deps, putMember, c.req.valid("json"));
      return c.json(viewMember(member), 200);
    });
}
