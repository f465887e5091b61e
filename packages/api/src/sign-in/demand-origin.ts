import { DomainError } from "@luyue/core/error";
import type { Context } from "hono";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A browser says which page a request comes from, and sends its cookies whichever page that is: what goes by cookies and
 * changes anything has to come from a page of ours. Throws `forbidden`.
 */
export function demandOrigin(c: Context, origins: readonly string[]): void {
  if (safe.has(c.req.method) || origins.includes(c.req.header("origin") ?? "")) return;
  throw new DomainError("forbidden", {
    zh: "来自其他网站的请求被拒绝",
    en: "refused: a request from another site",
  });
}
