import { DomainError } from "@luyue/core/error";
import type { Actor, TenantStore } from "@luyue/usecases/runtime";
import type { Context } from "hono";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";

/** The tenant of the member who asks. Nothing else names a tenant: no path, no query, no body. */
export function tenantOf(c: Context<ApiEnvironment>): string {
  const actor = c.get("actor");
  if (actor.kind === "member") return actor.tenantId;
  throw new DomainError("forbidden", { zh: "仅限采购单位人员", en: "for members of an agency only" });
}

/** The store of the member who asks, and the member. */
export function agencyOf(
  c: Context<ApiEnvironment>,
  { platform }: Pick<RouteDependencies, "platform">,
): { readonly store: TenantStore; readonly actor: Actor } {
  return { store: platform.tenant(tenantOf(c)), actor: c.get("actor") };
}
