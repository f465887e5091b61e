import type { Context, Hono } from "hono";
import { jsx } from "hono/jsx";
import type { Stack } from "../stack/index.ts";
import { type ApiReader, createApiReader } from "./api-reader.ts";
import { typeOfFile } from "./file-type.ts";
import { FindingsPage } from "./findings-page.tsx";
import type { ImportResult } from "./finding-import.tsx";
import type { View } from "./frame.tsx";
import { contractIdOf, field, noSuchContract, page, viewOf } from "./page-context.ts";
import type { Person } from "./person.ts";
import { findContract, type FoundContract } from "./read-contract-page.ts";
import { type Kept, readEntered, readFormBody } from "./read-form.ts";
import { readRefusal } from "./read-refusal.ts";
import { readFindingsPage } from "./read-findings-page.ts";
import type { Refusal } from "./row-form.tsx";

/** What the forms post: each address is the API's own beneath the contract. */
const forms = ["/units", "/findings/:finding/:step{answer|approval|return|retest}"];
const put = /\/units$/;
const bare = /\/findings\/[^/]+\/approval$/;

/** The page of a contract's findings, and the forms on it. */
export function addFindingRoutes(app: Hono, stack: () => Stack): void {
  app.get("/contracts/:id/findings", (c) => withContract(c, stack(), (at) => show(c, at, {})));
  app.on(
    "POST",
    forms.map((path) => `/contracts/:id${path}`),
    (c) => withContract(c, stack(), (at) => send(c, at)),
  );
  app.post("/contracts/:id/findings/import", (c) => withContract(c, stack(), (at) => importFindings(c, at)));
}

/** A person at a contract of theirs. */
interface At {
  readonly view: View;
  readonly person: Person;
  readonly api: ApiReader;
  readonly found: FoundContract;
}

async function withContract(
  c: Context,
  stack: Stack,
  then: (at: At) => Promise<Response>,
): Promise<Response> {
  const view = viewOf(c, stack);
  const { person } = view;
  if (person === undefined) return c.redirect("/", 303);
  const api = createApiReader(stack, person);
  const found = await findContract(api, person, contractIdOf(c));
  return found === undefined ? noSuchContract(c) : then({ view, person, api, found });
}

/** Hands what was entered to the API; leads back to the page, or shows it again with the refusal. */
async function send(c: Context, at: At): Promise<Response> {
  const { api, found, view } = at;
  const form = await c.req.formData();
  const read = await readFormBody(form, (file) => keepFile(file, at));
  const rest = c.req.path.slice(`/contracts/${contractIdOf(c)}`.length);
  const answer =
    "refused" in read
      ? read.refused
      : await api.send(
          put.test(rest) ? "PUT" : "POST",
          `${found.base}${rest}`,
          bare.test(rest) ? undefined : bodyFor(rest, read.body),
        );
  if (answer.ok) return c.redirect(`/contracts/${contractIdOf(c)}/findings`, 303);
  const refused = await readRefusal(answer, view, field(form, "form") ?? "", readEntered(form));
  return show(c, at, { refused });
}

/** A unit is entered without people of its own, who are the API's to add. */
function bodyFor(path: string, body: Readonly<Record<string, unknown>>) {
  return path === "/units" ? { ...body, contacts: [] } : body;
}

async function keepFile(file: File, { api, person, found }: At): Promise<Kept> {
  const path = person.side === "agency" ? "/v1/files" : `${found.base}/files`;
  const answer = await api.upload(path, await file.arrayBuffer(), typeOfFile(file));
  if (!answer.ok) return { refused: answer };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API checks its answers against their schemas
  return (await answer.json()) as { hash: string };
}

interface Outcome {
  readonly refused?: Refusal;
  readonly imported?: ImportResult;
}

async function show(c: Context, at: At, outcome: Outcome): Promise<Response> {
  const { api, found } = at;
  const { refused, imported } = outcome;
  const path = c.req.method === "GET" ? at.view.path : `/contracts/${found.contract.id}/findings`;
  const view = { ...at.view, path };
  const status = refused === undefined ? 200 : 422;
  const read = await readFindingsPage(api, found, filterOf(c));
  return page(c, jsx(FindingsPage, { view, ...read, refused, imported }), status);
}

/** What of the address narrows the list down; a value that the API does not know is left out. */
function filterOf(c: Context) {
  const query = c.req.query();
  const known = {
    state: /^(open|answered|approved|closed|withdrawn)$/,
    severity: /^(critical|high|medium|low)$/,
    unitId: /^[a-z0-9_]{1,60}$/,
    overdue: /^true$/,
  };
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, shape]) => {
      const value = query[name];
      return value !== undefined && shape.test(value) ? [[name, value] as const] : [];
    }),
  );
}

/** A chosen spreadsheet is checked and shown; one that was checked is handed out. */
async function importFindings(c: Context, at: At): Promise<Response> {
  const { api, found, view } = at;
  const form = await c.req.formData();
  const chosen = form.get("sheet");
  const checked = field(form, "checked");
  const bytes = chosen instanceof File ? await chosen.arrayBuffer() : fromBase64(checked ?? "");
  const type = chosen instanceof File ? typeOfFile(chosen) : (field(form, "type") ?? "");
  const dryRun = checked === undefined;
  const answer = await api.upload(`${found.base}/findings/import?dryRun=${dryRun}`, bytes, type);
  if (!answer.ok) {
    return show(c, at, { refused: await readRefusal(answer, view, "findings/import", {}) });
  }
  if (!dryRun) return c.redirect(`/contracts/${contractIdOf(c)}/findings`, 303);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API checks its answers against their schemas
  const { findings } = (await answer.json()) as Pick<ImportResult, "findings">;
  const sheet = Buffer.from(bytes).toString("base64");
  return show(c, at, { imported: { sheet, type, findings } });
}

function fromBase64(text: string): ArrayBuffer {
  const bytes = Buffer.from(text, "base64");
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}
