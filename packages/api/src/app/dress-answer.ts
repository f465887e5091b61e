import { createMiddleware } from "hono/factory";
import type { ApiEnvironment, RouteDependencies } from "./environment.ts";

/** Gives every request an id, and every answer the headers that keep browsers and caches from doing more than asked. */
export function dressAnswer({ runtime }: Pick<RouteDependencies, "runtime">) {
  return createMiddleware<ApiEnvironment>(async (c, next) => {
    const requestId = runtime.newId("req");
    c.set("requestId", requestId);
    await next();
    const { headers } = c.res;
    headers.set("X-Request-Id", requestId);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (runtime.baseUrl.startsWith("https:")) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    if (!headers.has("Content-Security-Policy")) {
      headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  });
}
