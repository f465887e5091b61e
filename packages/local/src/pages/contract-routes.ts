import type { Context, Hono } from "hono";
import { jsx } from "hono/jsx";
import type { Stack } from "../stack/index.ts";
import { createApiReader } from "./api-reader.ts";
import { ContractPage } from "./contract-page.tsx";
import { contractIdOf, field, noSuchContract, page, viewOf } from "./page-context.ts";
import { findContract, readContractPage } from "./read-contract-page.ts";
import { readRefusal } from "./read-refusal.ts";
import type { Refusal } from "./row-form.tsx";

/** What the money forms post: each address is the API's own beneath the contract; two of them carry no body. */
const moneyForms = [
  "/contracts/:id/invoices",
  "/contracts/:id/invoices/:invoice/acceptance",
  "/contracts/:id/invoices/:invoice/rejection",
  "/contracts/:id/payments/:of/requests",
  "/contracts/:id/payment-requests/:payment/approval",
  "/contracts/:id/payment-requests/:payment/rejection",
  "/contracts/:id/payment-requests/:payment/payment",
];
const bare = /\/(acceptance|approval)$/;

/** A contract's page, and the forms on it. */
export function addContractRoutes(app: Hono, stack: () => Stack): void {
  app.get("/contracts/:id", async (c) => showContract(c, stack(), undefined));
  app.post("/contracts/:id/events", async (c) => {
    const form = await c.req.formData();
    const of = field(form, "of");
    const event = { kind: field(form, "kind"), on: field(form, "on"), ...(of === undefined ? {} : { of }) };
    return send(c, stack(), { event }, { form: "events" });
  });
  app.on("POST", moneyForms, async (c) => {
    const { form = "", ...values } = readValues(await c.req.formData());
    return send(c, stack(), bare.test(c.req.path) ? undefined : values, { form, ...values });
  });
}

/** Hands what was entered to the API; leads back to the page, or shows it again with the refusal. */
async function send(
  c: Context,
  stack: Stack,
  body: unknown,
  { form = "", ...values }: Readonly<Record<string, string>>,
): Promise<Response> {
  const view = viewOf(c, stack);
  const { person } = view;
  if (person === undefined) return c.redirect("/", 303);
  const api = createApiReader(stack, person);
  const id = contractIdOf(c);
  const found = await findContract(api, person, id);
  if (found === undefined) return noSuchContract(c);
  const answer = await api.send("POST", `${found.base}${c.req.path.slice(`/contracts/${id}`.length)}`, body);
  if (answer.ok) return c.redirect(`/contracts/${id}`, 303);
  return showContract(c, stack, await readRefusal(answer, view, form, values));
}

async function showContract(c: Context, stack: Stack, refused: Refusal | undefined): Promise<Response> {
  const view = viewOf(c, stack);
  const { person } = view;
  if (person === undefined) return c.redirect("/", 303);
  const api = createApiReader(stack, person);
  const found = await findContract(api, person, contractIdOf(c));
  if (found === undefined) return noSuchContract(c);
  const shown = { ...view, path: `/contracts/${contractIdOf(c)}` };
  const read = await readContractPage(api, person, found);
  return page(c, jsx(ContractPage, { view: shown, ...read, refused }), refused === undefined ? 200 : 422);
}

/** What was entered, without spaces around it; an amount as the API wants it, where that is plain. */
function readValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string") values[name] = name === "amount" ? toAmount(value) : value.trim();
  }
  return values;
}

/** "¥ 1,075,746" is "1075746.00"; what is no amount stays as it was, for the API to refuse. */
function toAmount(entered: string): string {
  const plain = entered.replaceAll(/[\s,，¥￥]/g, "");
  if (/^\d+$/.test(plain)) return `${plain}.00`;
  return /^\d+\.\d$/.test(plain) ? `${plain}0` : plain;
}
