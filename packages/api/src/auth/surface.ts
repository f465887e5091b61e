import type { Actor } from "@luyue/usecases/runtime";

/** Whose an address is: a kind of actor's, anybody's who is signed in, or everybody's. */
export function surfaceOf(path: string): Actor["kind"] | "anyone" | "public" {
  if (!path.startsWith("/v1/") || path === "/v1/openapi.json") return "public";
  // What carries its own secret, or leads to one, is for whoever has it.
  if (/^\/v1\/(?:sign-in|unsubscribe|calendars)\//.test(path)) return "public";
  if (path.startsWith("/v1/partner/")) return "partner";
  if (/^\/v1\/(?:tenants|partner-users)(?:\/|$)/.test(path)) return "operator";
  if (/^\/v1\/(?:sessions?|notifications|calendar-feeds)(?:\/|$)/.test(path)) return "anyone";
  return "member";
}
