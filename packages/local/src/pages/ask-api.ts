import type { Context } from "hono";
import type { Stack } from "../stack/index.ts";

/**
 * Asks the API for the browser that a form came from: with its cookies, and where it says that it asks from. The answer's cookies
 * are handed back to it.
 */
export async function askApi(
  c: Context,
  { url, fetch }: Stack,
  method: "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
): Promise<Response> {
  const headers = new Headers();
  for (const name of ["origin", "cookie", "user-agent", "accept-language"]) {
    const value = c.req.header(name);
    if (value !== undefined) headers.set(name, value);
  }
  if (body !== undefined) headers.set("content-type", "application/json");
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const answer = await fetch(new Request(`${url}${path}`, init));
  for (const each of answer.headers.getSetCookie()) c.header("set-cookie", each, { append: true });
  return answer;
}
