import { addDays, civilDateSchema } from "@luyue/core/civil-date";
import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { jsx } from "hono/jsx";
import { liveUntil, type Stack } from "../stack/index.ts";
import { type ApiReader, createApiReader, type ObligationView } from "./api-reader.ts";
import { addBudgetRoutes } from "./budget-routes.ts";
import type { ContractHead } from "./contract-heading.tsx";
import { addContractRoutes } from "./contract-routes.ts";
import type { View } from "./frame.tsx";
import { addHandOnRoutes } from "./hand-on-routes.ts";
import { HomePage } from "./home-page.tsx";
import { InboxPage, MessagePage } from "./inbox-page.tsx";
import { addIssuerRoutes, addWebhookReceiver } from "./machine-routes.ts";
import { field, page, viewOf } from "./page-context.ts";
import { findPerson } from "./person.ts";
import { styleSheet } from "./style.ts";
import { TodayPage } from "./today-page.tsx";
import { addWorkRoutes } from "./work-routes.ts";

const own =
  /^\/($|style\.css$|sign-in$|sign-out$|language$|today$|clock$|contracts\/|budget(\.csv|\.xlsx)?$|inbox($|\/)|issuer\/)/;

const csp =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The pages of a local stack: choose a person, see what is owed, read what was sent, set the clock. Loopback only. */
export function createPages(stack: () => Stack): (request: Request) => Promise<Response | undefined> {
  const app = new Hono();
  app.onError((error, c) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    return c.text("页面出错，详情见终端 / the page failed, see the terminal", 500);
  });
  app.use(async (c, next) => {
    const origin = c.req.header("origin");
    if (c.req.method !== "GET" && origin !== undefined && origin !== new URL(c.req.url).origin) {
      return c.text("来自其他网站的请求被拒绝 / refused: a request from another site", 403);
    }
    await next();
    if (!c.res.headers.has("content-security-policy")) c.header("content-security-policy", csp);
    c.header("x-content-type-options", "nosniff");
    c.header("referrer-policy", "same-origin");
    return undefined;
  });
  addIssuerRoutes(app, stack);
  addWebhookReceiver(app, stack);
  addSessionRoutes(app, stack);
  addTodayRoutes(app, stack);
  addContractRoutes(app, stack);
  addWorkRoutes(app, stack);
  addHandOnRoutes(app, stack);
  addBudgetRoutes(app, stack);
  addInboxRoutes(app, stack);
  return async (request) => (own.test(new URL(request.url).pathname) ? app.fetch(request) : undefined);
}

function addSessionRoutes(app: Hono, stack: () => Stack): void {
  app.get("/style.css", (c) => c.body(styleSheet, 200, { "content-type": "text/css; charset=utf-8" }));
  app.get("/", (c) => page(c, jsx(HomePage, { view: viewOf(c, stack()) })));
  app.post("/sign-in", async (c) => {
    const person = findPerson(field(await c.req.formData(), "person"));
    if (person === undefined) return c.redirect("/", 303);
    setCookie(c, "person", person.key, { httpOnly: true, sameSite: "Lax", path: "/" });
    return c.redirect("/today", 303);
  });
  app.post("/sign-out", (c) => {
    setCookie(c, "person", "", { maxAge: 0, path: "/" });
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
    return c.redirect(viewOf(c, stack()).person === undefined ? "/inbox" : "/today", 303);
  });
}

function addTodayRoutes(app: Hono, stack: () => Stack): void {
  app.get("/today", async (c) => {
    const view = viewOf(c, stack());
    if (view.person === undefined) return c.redirect("/", 303);
    const api = createApiReader(stack(), view.person);
    return page(c, jsx(TodayPage, { view, ...(await readToday(api, view)) }));
  });
}

async function readToday(api: ApiReader, { person, today }: View) {
  const base = person?.side === "partner" ? "/v1/partner" : "/v1";
  const [overdue, held, soon, waiting, contracts] = await Promise.all([
    api.list<ObligationView>(`${base}/obligations?state=overdue`),
    api.list<ObligationView>(`${base}/obligations?state=held`),
    api.list<ObligationView>(`${base}/obligations?from=${today}&to=${addDays(today, 30)}`),
    api.list<ObligationView>(`${base}/obligations?state=waiting`),
    api.list<ContractHead>(`${base}/contracts`),
  ]);
  const due = soon.filter(({ state }) => state === "open" || state === "upcoming");
  return { overdue, held, due, waiting, contracts };
}

function addInboxRoutes(app: Hono, stack: () => Stack): void {
  app.get("/inbox", (c) => {
    const channel = c.req.query("channel");
    const number = Math.max(1, Math.trunc(Number(c.req.query("page") ?? "1")) || 1);
    const known = channel === "email" || channel === "webhook" ? channel : undefined;
    const props = { view: viewOf(c, stack()), messages: stack().inbox.list(), channel: known, page: number };
    return page(c, jsx(InboxPage, props));
  });
  app.get("/inbox/:number", (c) => {
    const message = stack().inbox.get(Number(c.req.param("number")));
    return message === undefined
      ? c.notFound()
      : page(c, jsx(MessagePage, { view: viewOf(c, stack()), message }));
  });
  app.get("/inbox/:number/html", (c) => {
    const message = stack().inbox.get(Number(c.req.param("number")));
    if (message?.html === undefined) return c.notFound();
    const shown =
      "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups; frame-ancestors 'self'";
    return c.html(message.html, 200, { "content-security-policy": shown });
  });
}
