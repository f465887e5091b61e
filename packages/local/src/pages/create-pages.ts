import { Hono } from "hono";
import { jsx } from "hono/jsx";
import type { Stack } from "../stack/index.ts";
import { addDemoRoutes } from "./demo-routes.ts";
import { InboxPage, MessagePage } from "./inbox-page.tsx";
import { addIssuerRoutes, addWebhookReceiver } from "./machine-routes.ts";
import { page, viewOf } from "./page-context.ts";
import { addSessionRoutes } from "./session-routes.ts";
import { addSampleRoutes } from "./sample-pages.tsx";
import { addUnsubscribeRoutes } from "./unsubscribe-page.tsx";
import { readVisitors } from "./visitor.ts";
import { answerWebPage } from "./web-pages.ts";

/** What the local stack shows by itself; all other pages are those of console and portal. */
const own =
  /^\/(style\.css$|sign-out$|language$|clock$|demo($|\/)|inbox($|\/)|samples($|\/)|unsubscribe\/|issuer\/)/;
const ofApi = /^\/(v1|docs|schemas|health|problems)(\/|$)/;

const csp =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The pages of a local stack: console and portal as they are built, and what only a demo has: its inbox, its clock, one-click sign-in. Loopback only. */
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
  addDemoRoutes(app, stack);
  addSessionRoutes(app, stack);
  addInboxRoutes(app, stack);
  addSampleRoutes(app, stack);
  addUnsubscribeRoutes(app, stack);
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (own.test(pathname)) return app.fetch(request);
    if (request.method !== "GET" || ofApi.test(pathname)) return undefined;
    return answerWebPage(pathname);
  };
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
