import { hc } from "hono/client";
import type { AppType } from "../app/index.ts";

/** A typed client of the API. `token` is asked for at every request where it is a function. */
export function createClient(
  baseUrl: string,
  token: string | (() => string | Promise<string>),
  options: { readonly fetch?: typeof fetch } = {},
) {
  const headers = async () => ({
    Authorization: `Bearer ${typeof token === "string" ? token : await token()}`,
  });
  return hc<AppType>(baseUrl, { ...options, headers });
}
export type ApiClient = ReturnType<typeof createClient>;
