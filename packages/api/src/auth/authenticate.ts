import { DomainError } from "@luyue/core/error";
import type { Actor } from "@luyue/usecases/runtime";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import type { ApiEnvironment } from "../app/environment.ts";
import { unauthorized } from "../problem/index.ts";
import { surfaceOf } from "./surface.ts";

const longestToken = 8192;

/** Lets in whoever carries a good token of the kind of actor that the address is for. Unknown addresses need none. */
export function authenticate(verifyToken: (token: string) => Promise<Actor>) {
  return createMiddleware<ApiEnvironment>(async (c, next) => {
    const surface = surfaceOf(c.req.path);
    const known = matchedRoutes(c).some(({ method }) => method !== "ALL");
    if (surface === "public" || !known) return next();
    const actor = await verifyToken(readBearer(c.req.header("authorization")));
    if (actor.kind !== surface) {
      throw new DomainError("forbidden", {
        zh: "该地址不面向您的账户类型",
        en: "this address is not for your kind of account",
      });
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
