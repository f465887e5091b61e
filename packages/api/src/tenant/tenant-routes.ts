import { OpenAPIHono } from "@hono/zod-openapi";
import { listMembers, readTenant } from "@luyue/usecases/query";
import { addWebhook, putMember, removeWebhook, updateSettings } from "@luyue/usecases/tenant";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, etagOf, runCommand } from "../command/index.ts";
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
    .openapi(routes.addWebhookRoute, async (c) =>
      c.json(await runCommand(c, deps, addWebhook, c.req.valid("json")), 201),
    )
    .openapi(routes.removeWebhookRoute, async (c) =>
      c.json(await runCommand(c, deps, removeWebhook, c.req.valid("param")), 200),
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
