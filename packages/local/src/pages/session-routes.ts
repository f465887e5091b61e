import { writeCookie } from "@luyue/api/sign-in";
import type { Session } from "@luyue/core/sign-in";
import { civilDateSchema } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { listSessions, openSession } from "@luyue/usecases/sign-in";
import type { Context, Hono } from "hono";
import { setCookie } from "hono/cookie";
import { jsx } from "hono/jsx";
import { liveUntil, type Stack } from "../stack/index.ts";
import { AccountPage } from "./account-page.tsx";
import { askApi } from "./ask-api.ts";
import { HomePage } from "./home-page.tsx";
import { field, page, viewOf } from "./page-context.ts";
import { listDemoSeats } from "./person.ts";
import { styleSheet } from "./style.ts";
import { visitorOf } from "./visitor.ts";

/** Who looks at the pages, in which language, and on which day. */
export function addSessionRoutes(app: Hono, stack: () => Stack): void {
  app.get("/style.css", (c) => c.body(styleSheet, 200, { "content-type": "text/css; charset=utf-8" }));
  app.get("/", (c) => page(c, jsx(HomePage, { view: viewOf(c, stack()) })));
  app.post("/sign-in", async (c) => {
    const key = field(await c.req.formData(), "person");
    const seat = listDemoSeats().find((each) => each.key === key)?.seat;
    if (seat === undefined || !(await begin(c, stack(), { seat, by: "issuer" }))) return c.redirect("/", 303);
    return c.redirect("/today", 303);
  });
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
    if (session === undefined) return c.redirect("/inbox", 303);
    // Days have passed on this clock and not for who sits before it.
    await begin(c, stack(), session);
    return c.redirect("/today", 303);
  });
}

/** What one does with one's own sessions; the forms post to the API. */
export function addAccountRoutes(app: Hono, stack: () => Stack): void {
  app.get("/account", async (c) => {
    const session = visitorOf(c)?.session;
    if (session === undefined) return c.redirect("/", 303);
    const sessions = await listSessions(session.seat, stack());
    return page(c, jsx(AccountPage, { view: viewOf(c, stack()), sessions, current: session }));
  });
  app.post("/account/sessions/end", async (c) => {
    await askApi(c, stack(), "DELETE", "/v1/sessions");
    return c.redirect("/account", 303);
  });
  app.post("/account/sessions/:id/end", async (c) => {
    await askApi(c, stack(), "DELETE", `/v1/sessions/${c.req.param("id")}`);
    return c.redirect("/account", 303);
  });
  app.post("/account/second-factor/forget", async (c) => {
    await askApi(c, stack(), "DELETE", "/v1/session/second-factor");
    return c.redirect("/sign-in", 303);
  });
}

/** Begins a session without any question, as only a demo on one machine may; false where nobody has the seat. */
async function begin(
  c: Context,
  stack: Stack,
  { seat, by, address }: Pick<Session, "seat" | "by" | "address">,
): Promise<boolean> {
  const caller = { agent: c.req.header("user-agent") ?? "", from: undefined };
  const how = { seat, by, ...(address === undefined ? {} : { address }) };
  try {
    const { secret } = await openSession(how, caller, stack);
    writeCookie(c, "session", secret);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === "forbidden") return false;
    throw error;
  }
}
