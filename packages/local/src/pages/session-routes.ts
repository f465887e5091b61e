import { civilDateSchema } from "@luyue/core/civil-date";
import type { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { liveUntil, type Stack } from "../stack/index.ts";
import { askApi } from "./ask-api.ts";
import { beginSession } from "./demo-routes.ts";
import { field } from "./page-context.ts";
import { styleSheet } from "./style.ts";
import { visitorOf } from "./visitor.ts";

/** Who looks at the stack's own pages, in which language, and on which day. */
export function addSessionRoutes(app: Hono, stack: () => Stack): void {
  app.get("/style.css", (c) => c.body(styleSheet, 200, { "content-type": "text/css; charset=utf-8" }));
  app.post("/sign-out", async (c) => {
    await askApi(c, stack(), "DELETE", "/v1/session");
    return c.redirect("/", 303);
  });
  app.post("/language", async (c) => {
    const form = await c.req.formData();
    const back = field(form, "back") ?? "/";
    setCookie(c, "language", field(form, "language") === "en" ? "en" : "zh", { sameSite: "Lax", path: "/" });
    return c.redirect(/^\/(?!\/)/.test(back) ? back : "/", 303);
  });
  app.post("/clock", async (c) => {
    const to = civilDateSchema.safeParse(field(await c.req.formData(), "date"));
    if (to.success) await liveUntil(stack(), to.data);
    const session = visitorOf(c)?.session;
    // Days have passed on this clock and not for who sits before it.
    if (session !== undefined) await beginSession(c, stack(), session);
    return c.redirect(session === undefined ? "/inbox" : "/today", 303);
  });
}
