import { addDays } from "@luyue/core/civil-date";
import { Hono } from "hono";
import { jsx } from "hono/jsx";
import type { Stack } from "../stack/index.ts";
import { type ApiReader, createApiReader, type ObligationView } from "./api-reader.ts";
import { addBudgetRoutes } from "./budget-routes.ts";
import type { ContractHead } from "./contract-heading.tsx";
import { addContractRoutes } from "./contract-routes.ts";
import type { View } from "./frame.tsx";
import { addHandOnRoutes } from "./hand-on-routes.ts";
import { InboxPage, MessagePage } from "./inbox-page.tsx";
import { addIssuerRoutes, addWebhookReceiver } from "./machine-routes.ts";
import { page, viewOf } from "./page-context.ts";
import { addAccountRoutes, addSessionRoutes } from "./session-routes.ts";
import { addSampleRoutes } from "./sample-pages.tsx";
import { addSignInRoutes } from "./sign-in-routes.ts";
import { TodayPage } from "./today-page.tsx";
import { addUnsubscribeRoutes } from "./unsubscribe-page.tsx";
import { readVisitors } from "./visitor.ts";
import { addWorkRoutes } from "./work-routes.ts";

const own =
  /^\/($|style\.css$|sign-in($|\/)|sign-out$|account($|\/)|language$|today$|clock$|contracts\/|budget(\.csv|\.xlsx)?$|inbox($|\/)|samples($|\/)|unsubscribe\/|issuer\/)/;

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
  readVisitors(app, stack);
  addIssuerRoutes(app, stack);
  addWebhookReceiver(app, stack);
  addSessionRoutes(app, stack);
  addSignInRoutes(app, stack);
  addAccountRoutes(app, stack);
  addTodayRoutes(app, stack);
  addContractRoutes(app, stack);
  addWorkRoutes(app, stack);
  addHandOnRoutes(app, stack);
  addBudgetRoutes(app, stack);
  addInboxRoutes(app, stack);
  addSampleRoutes(app, stack);
  addUnsubscribeRoutes(app, stack);
  return async (request) => (own.test(new URL(request.url).pathname) ? app.fetch(request) : undefined);
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
