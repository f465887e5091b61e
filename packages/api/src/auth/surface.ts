import type { Actor } from "@luyue/usecases/runtime";

/** Whose an address is: a kind of actor's, anybody's who is signed in, or everybody's. */
export function surfaceOf(path: string): Actor["kind"] | "anyone" | "public" {
  if (!path.startsWith("/v1/") || path === "/v1/openapi.json" || path.startsWith("/v1/sign-in/"))
    return "public";
  if (path.startsWith("/v1/partner/")) return "partner";
  if (/^\/v1\/(?:tenants|partner-users)(?:\/|$)/.test(path)) return "operator";
  if (/^\/v1\/sessions?(?:\/|$)/.test(path)) return "anyone";
  return "member";
}
