import { DomainError } from "@luyue/core/error";
import type { Session } from "@luyue/core/sign-in";
import { type Actor, demandPermission, type Permission } from "@luyue/usecases/runtime";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import type { ApiEnvironment } from "../app/environment.ts";
import { unauthorized } from "../problem/index.ts";
import { demandOrigin, readCookie } from "../sign-in/index.ts";
import { surfaceOf } from "./surface.ts";

const longestToken = 8192;

/** The permission that an operation takes, by its method and Hono's pattern of its path; none where it takes none. */
export type PermissionOf = (method: string, path: string) => Permission | undefined;

/** Who a request is from: by a token, or by a session's cookie. */
interface Identified {
  readonly actor: Actor;
  readonly session?: Session;
}

export interface Authentication {
  readonly verifyToken: (token: string) => Promise<Actor>;
  readonly readSession: (secret: string) => Promise<Identified | undefined>;
  readonly permissionOf: PermissionOf;
  readonly origins: readonly string[];
}

/**
 * Lets in whoever carries a good token, or the cookie of a session, of the kind of actor that the address is for, and may do
 * what it does, before anything of the request is looked at. Unknown addresses need none.
 */
export function authenticate(authentication: Authentication) {
  return createMiddleware<ApiEnvironment>(async (c, next) => {
    const surface = surfaceOf(c.req.path);
    const routes = matchedRoutes(c).filter(({ method }) => method !== "ALL");
    if (surface === "public" || routes.length === 0) return next();
    const { actor, session } = await identify(c, authentication);
    if (surface !== "anyone" && actor.kind !== surface) {
      throw new DomainError("forbidden", {
        zh: "该地址不面向您的账户类型",
        en: "this address is not for your kind of account",
      });
    }
    for (const { method, path } of routes) {
      const permission = authentication.permissionOf(method, path);
      if (permission === undefined) throw new Error(`nothing says who may ${method} ${path}`);
      demandPermission(actor, permission);
    }
    c.set("actor", actor);
    c.set("session", session);
    return next();
  });
}

/** A token goes before a cookie: who sends one means it. Throws the 401 problem, or `forbidden` for a foreign page. */
async function identify(
  c: Context,
  { verifyToken, readSession, origins }: Authentication,
): Promise<Identified> {
  const header = c.req.header("authorization");
  const cookie = readCookie(c, "session");
  if (header !== undefined || cookie === undefined) return { actor: await verifyToken(readBearer(header)) };
  demandOrigin(c, origins);
  const found = await readSession(cookie);
  if (found === undefined) throw unauthorized("Bearer");
  return found;
}

function readBearer(header: string | undefined): string {
  if (header === undefined) throw unauthorized("Bearer");
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(header)?.[1];
  if (token === undefined || token.length > longestToken) throw unauthorized();
  return token;
}
