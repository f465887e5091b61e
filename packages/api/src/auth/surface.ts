import type { Actor } from "@luyue/usecases/runtime";

/** Whose an address is: a kind of actor's, or everybody's. */
export function surfaceOf(path: string): Actor["kind"] | "public" {
  if (!path.startsWith("/v1/") || path === "/v1/openapi.json") return "public";
  if (path.startsWith("/v1/partner/")) return "partner";
  if (path === "/v1/tenants" || path === "/v1/partner-users") return "operator";
  return "member";
}
