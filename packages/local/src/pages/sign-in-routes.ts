import type { Context, Hono } from "hono";
import { jsx } from "hono/jsx";
import * as z from "zod";
import type { Stack } from "../stack/index.ts";
import { askApi } from "./ask-api.ts";
import { say } from "./frame.tsx";
import { field, page, viewOf } from "./page-context.ts";
import { readRefusal } from "./read-refusal.ts";
import { CodePage, LinkSentPage, OpenLinkPage, RecoveryPage, SignInPage } from "./sign-in-pages.tsx";

const waySchema = z.object({ name: z.string(), by: z.enum(["issuer", "mail"]) });
const sentSchema = z.object({ minutes: z.number() });
const factorSchema = z.object({ secret: z.string(), uri: z.string() });
const openedSchema = z.object({ newFactor: factorSchema.nullable() });
const enteredSchema = z.object({ recovery: z.array(z.string()) });

/** Signing in as in production: at an agency's issuer, or by a mailed link and a code. The forms post to the API. */
export function addSignInRoutes(app: Hono, stack: () => Stack): void {
  app.get("/sign-in", (c) => signInPage(c, stack(), failureOf(c, stack())));
  app.post("/sign-in/mail", async (c) => {
    const email = field(await c.req.formData(), "email") ?? "";
    const view = viewOf(c, stack());
    const { language } = view;
    const answer = await askApi(c, stack(), "POST", "/v1/sign-in/link", { email, language });
    if (!answer.ok) return signInPage(c, stack(), await refusalOf(c, stack(), answer));
    const { minutes } = sentSchema.parse(await answer.json());
    return page(c, jsx(LinkSentPage, { view, email, minutes }));
  });
  app.get("/sign-in/link/:link", (c) =>
    page(c, jsx(OpenLinkPage, { view: viewOf(c, stack()), link: c.req.param("link") })),
  );
  app.post("/sign-in/link", async (c) => {
    const link = field(await c.req.formData(), "link") ?? "";
    const answer = await askApi(c, stack(), "POST", "/v1/sign-in/link/open", { link });
    if (!answer.ok) return signInPage(c, stack(), await refusalOf(c, stack(), answer));
    const { newFactor } = openedSchema.parse(await answer.json());
    return codePage(c, stack(), newFactor ?? undefined);
  });
  app.post("/sign-in/code", async (c) => enterCode(c, stack()));
  app.get("/sign-in/:agencyId", async (c) => {
    const id = c.req.param("agencyId");
    const answer = await stack().fetch(new Request(`${stack().url}/v1/sign-in/agencies/${id}`));
    if (!answer.ok) return c.redirect("/sign-in", 303);
    const agency = { id, ...waySchema.parse(await answer.json()) };
    return page(c, jsx(SignInPage, { view: viewOf(c, stack()), agency }));
  });
}

async function enterCode(c: Context, stack: Stack): Promise<Response> {
  const form = await c.req.formData();
  const code = field(form, "code") ?? "";
  const answer = await askApi(c, stack, "POST", "/v1/sign-in/code", { code });
  if (!answer.ok) {
    const shown = factorSchema.safeParse(Object.fromEntries(form));
    return codePage(c, stack, shown.data, await refusalOf(c, stack, answer));
  }
  const { recovery } = enteredSchema.parse(await answer.json());
  if (recovery.length === 0) return c.redirect("/today", 303);
  return page(c, jsx(RecoveryPage, { view: viewOf(c, stack), codes: recovery }));
}

function signInPage(c: Context, stack: Stack, refused?: string): Promise<Response> {
  const view = viewOf(c, stack);
  return page(c, jsx(SignInPage, { view, refused }), refused === undefined ? 200 : 422);
}

function codePage(
  c: Context,
  stack: Stack,
  newFactor: z.infer<typeof factorSchema> | undefined,
  refused?: string,
): Promise<Response> {
  const view = viewOf(c, stack);
  return page(c, jsx(CodePage, { view, newFactor, refused }), refused === undefined ? 200 : 422);
}

async function refusalOf(c: Context, stack: Stack, answer: Response): Promise<string> {
  const { detail, faults } = await readRefusal(answer, viewOf(c, stack), "", {});
  return [detail, ...faults.map(({ text }) => text)].join(" ");
}

/** Why an issuer's answer led back here. */
function failureOf(c: Context, stack: Stack): string | undefined {
  const failed = c.req.query("failed");
  if (failed === undefined) return undefined;
  const view = viewOf(c, stack);
  if (failed === "unavailable") {
    return say(
      view,
      "暂时无法连接单位的统一登录服务，请稍后再试。",
      "Your agency's sign-in service is out of reach for now.",
    );
  }
  return say(
    view,
    "登录未完成：请从单位的登录地址重新开始；如仍不能登录，请联系本单位管理员。",
    "The sign-in did not go through. Begin again at your agency's sign-in address; if it fails again, ask its administrator.",
  );
}
