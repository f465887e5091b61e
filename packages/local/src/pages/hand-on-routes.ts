import type { Context, Hono } from "hono";
import type { Stack } from "../stack/index.ts";
import { createApiReader } from "./api-reader.ts";
import { contractIdOf, noSuchContract, viewOf } from "./page-context.ts";
import { findContract } from "./read-contract-page.ts";

const passed = [
  "content-type",
  "content-disposition",
  "content-language",
  "content-security-policy",
  "location",
];

/** What the API has as a page to print or a file: each address is its own beneath the contract. */
const paths = ["/contracts/:id/findings/template.xlsx", "/contracts/:id/findings.xlsx"];

/** Hands on reports, sheets and files of a contract: the API wants a token, which a link in a page has not. */
export function addHandOnRoutes(app: Hono, stack: () => Stack): void {
  app.on("GET", paths, (c) => {
    const { search } = new URL(c.req.url);
    const rest = c.req.path.slice(`/contracts/${contractIdOf(c)}`.length);
    return handOn(c, stack(), (base) => `${base}${rest}${search}`);
  });
  app.get("/contracts/:id/files/:hash", (c) => {
    const hash = encodeURIComponent(c.req.param("hash"));
    const { person } = viewOf(c, stack());
    const { search } = new URL(c.req.url);
    return handOn(c, stack(), (base) =>
      person?.side === "agency" ? `/v1/files/${hash}${search}` : `${base}/files/${hash}${search}`,
    );
  });
}

async function handOn(c: Context, stack: Stack, addressIn: (base: string) => string): Promise<Response> {
  const { person, language } = viewOf(c, stack);
  if (person === undefined) return c.redirect("/", 303);
  const api = createApiReader(stack, person);
  const found = await findContract(api, person, contractIdOf(c));
  if (found === undefined) return noSuchContract(c);
  const answer = await api.fetch(addressIn(found.base), {
    "accept-language": language === "zh" ? "zh-CN" : "en",
  });
  const kept = [...answer.headers].filter(([name]) => passed.includes(name));
  return new Response(answer.body, { status: answer.status, headers: Object.fromEntries(kept) });
}
