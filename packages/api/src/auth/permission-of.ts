import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi";
import type { Permission } from "@luyue/usecases/runtime";
import type { ApiEnvironment } from "../app/environment.ts";
import { permissionField } from "../document/describe.ts";
import type { PermissionOf } from "./authenticate.ts";

/** Reads the permissions off the operations of an application, once all of them are there. */
export function createPermissionOf(app: OpenAPIHono<ApiEnvironment>): PermissionOf {
  let known: ReadonlyMap<string, Permission> | undefined;
  return (method, path) => {
    known ??= readPermissions(app);
    return known.get(`${method} ${path}`);
  };
}

type Route = RouteConfig & { readonly [permissionField]?: Permission };

function readPermissions({ openAPIRegistry }: OpenAPIHono<ApiEnvironment>): ReadonlyMap<string, Permission> {
  const permissions = new Map<string, Permission>();
  for (const definition of openAPIRegistry.definitions) {
    if (definition.type !== "route") continue;
    const { method, path, [permissionField]: permission }: Route = definition.route;
    if (permission === undefined) continue;
    permissions.set(`${method.toUpperCase()} ${path.replaceAll(/\{([^}]+)\}/g, ":$1")}`, permission);
  }
  return permissions;
}
