import { OpenAPIHono } from "@hono/zod-openapi";
import { listMembers, readTenant } from "@luyue/usecases/query";
import { createApiKey, putMember, revokeApiKey, showApiKey, updateSettings } from "@luyue/usecases/tenant";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { writeKey } from "../auth/index.ts";
import { agencyOf, etagOf, runCommand, runDerived, tenantOf, wasReplayed } from "../command/index.ts";
import * as routes from "./tenant-definitions.ts";
import { viewMember, viewTenant } from "./tenant-view.ts";
import { webhookRoutes } from "./webhook-routes.ts";

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
    .route("/", webhookRoutes(deps))
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
