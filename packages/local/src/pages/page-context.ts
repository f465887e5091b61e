import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { html } from "hono/html";
import type { jsx } from "hono/jsx";
import type { Stack } from "../stack/index.ts";
import type { View } from "./frame.tsx";
import { visitorOf } from "./visitor.ts";

export function viewOf(c: Context, stack: Stack): View {
  const language = getCookie(c, "language") === "en" ? "en" : "zh";
  const { pathname, search } = new URL(c.req.url);
  return {
    language,
    today: stack.clock.today(),
    person: visitorOf(c)?.person,
    path: `${pathname}${search}`,
  };
}

export async function page(
  c: Context,
  node: ReturnType<typeof jsx>,
  status: 200 | 404 = 200,
): Promise<Response> {
  return c.html(html`<!doctype html>${node}`, status);
}

export function field(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === "string" ? value : undefined;
}
