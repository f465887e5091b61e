import { DomainError } from "@luyue/core/error";
import { type Actor, demandPermission, type Permission } from "@luyue/usecases/runtime";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import type { ApiEnvironment } from "../app/environment.ts";
import { unauthorized } from "../problem/index.ts";
import { surfaceOf } from "./surface.ts";

const longestToken = 8192;

/** The permission that an operation takes, by its method and Hono's pattern of its path; none where it takes none. */
export type PermissionOf = (method: string, path: string) => Permission | undefined;

/**
 * Lets in whoever carries a good token of the kind of actor that the address is for, and may do what it does, before
 * anything of the request is looked at. Unknown addresses need none.
 */
export function authenticate(verifyToken: (token: string) => Promise<Actor>, permissionOf: PermissionOf) {
  return createMiddleware<ApiEnvironment>(async (c, next) => {
    const surface = surfaceOf(c.req.path);
    const routes = matchedRoutes(c).filter(({ method }) => method !== "ALL");
    if (surface === "public" || routes.length === 0) return next();
    const actor = await verifyToken(readBearer(c.req.header("authorization")));
    if (actor.kind !== surface) {
      throw new DomainError("forbidden", {
        zh: "该地址不面向您的账户类型",
        en: "this address is not for your kind of account",
      });
    }
    for (const { method, path } of routes) {
      const permission = permissionOf(method, path);
      if (permission === undefined) throw new Error(`nothing says who may ${method} ${path}`);
      demandPermission(actor, permission);
    }
    c.set("actor", actor);
    return next();
  });
}

function readBearer(header: string | undefined): string {
  if (header === undefined) throw unauthorized("Bearer");
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(header)?.[1];
  if (token === undefined || token.length > longestToken) throw unauthorized();
  return token;
}
