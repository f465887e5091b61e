import { addDays, civilDateSchema } from "@luyue/core/civil-date";
import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import { jsx } from "hono/jsx";
import * as z from "zod";
import { liveUntil, type Stack } from "../stack/index.ts";
import { type ApiReader, createApiReader, type ObligationView } from "./api-reader.ts";
import { ContractPage, type ContractHead, readContractPage } from "./contract-page.tsx";
import type { View } from "./frame.tsx";
import { HomePage } from "./home-page.tsx";
import { InboxPage, MessagePage } from "./inbox-page.tsx";
import { addIssuerRoutes, addWebhookReceiver } from "./machine-routes.ts";
import { findPerson } from "./person.ts";
import { styleSheet } from "./style.ts";
import { TodayPage } from "./today-page.tsx";

const own = /^\/($|style\.css$|sign-in$|sign-out$|language$|today$|clock$|contracts\/|inbox($|\/)|issuer\/)/;

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
  addObligationRoutes(app, stack);
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

function addObligationRoutes(app: Hono, stack: () => Stack): void {
  app.get("/today", async (c) => {
    const view = viewOf(c, stack());
    if (view.person === undefined) return c.redirect("/", 303);
    const api = createApiReader(stack(), view.person);
    return page(c, jsx(TodayPage, { view, ...(await readToday(api, view)) }));
  });
  app.get("/contracts/:id", async (c) => showContract(c, stack(), undefined));
  app.post("/contracts/:id/events", async (c) => {
    const view = viewOf(c, stack());
    if (view.person === undefined) return c.redirect("/", 303);
    const form = await c.req.formData();
    const of = field(form, "of");
    const event = { kind: field(form, "kind"), on: field(form, "on"), ...(of === undefined ? {} : { of }) };
    const id = encodeURIComponent(c.req.param("id"));
    const answer = await createApiReader(stack(), view.person).post(`/v1/contracts/${id}/events`, { event });
    if (answer.ok) return c.redirect(`/contracts/${id}`, 303);
    return showContract(c, stack(), await readProblem(answer, view));
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

async function showContract(c: Context, stack: Stack, error: string | undefined): Promise<Response> {
  const view = viewOf(c, stack);
  if (view.person === undefined) return c.redirect("/", 303);
  const found = await readContractPage(
    createApiReader(stack, view.person),
    view,
    encodeURIComponent(c.req.param("id") ?? ""),
  );
  if (found === undefined) return c.text("找不到该合同，或您无权查看 / no such contract for you", 404);
  return page(c, jsx(ContractPage, { view, ...found, error }), error === undefined ? 200 : 422);
}

const problemSchema = z.object({
  detail_zh: z.string(),
  detail_en: z.string(),
  faults: z.array(z.object({ zh: z.string(), en: z.string() })).default([]),
});

async function readProblem(answer: Response, view: View): Promise<string> {
  const problem = problemSchema.parse(await answer.json());
  const faults = problem.faults.map((fault) => fault[view.language]);
  const detail = view.language === "zh" ? problem.detail_zh : problem.detail_en;
  return [detail, ...faults].join(view.language === "zh" ? "：" : ": ");
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

function viewOf(c: Context, stack: Stack): View {
  const language = getCookie(c, "language") === "en" ? "en" : "zh";
  const { pathname, search } = new URL(c.req.url);
  return {
    language,
    today: stack.clock.today(),
    person: findPerson(getCookie(c, "person")),
    path: `${pathname}${search}`,
  };
}

async function page(c: Context, node: ReturnType<typeof jsx>, status: 200 | 422 = 200): Promise<Response> {
  return c.html(html`<!doctype html>${node}`, status);
}

function field(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === "string" ? value : undefined;
}
