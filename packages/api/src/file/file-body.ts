import { DomainError } from "@luyue/core/error";
import { checkFileContent, contentTypes, type FileStore } from "@luyue/storage/file";
import { noteAccess } from "@luyue/usecases/record";
import type { TenantStore } from "@luyue/usecases/runtime";
import type { Context } from "hono";
import * as z from "zod";
import { jsonAnswer } from "../document/describe.ts";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { HttpProblem } from "../problem/index.ts";

const binary = { schema: { type: "string", format: "binary" } } as const;
export const hashSchema = z.string().regex(/^sha256-[0-9a-f]{64}$/);

/** What an upload takes and answers, whoever sends it. */
export const uploadBody = { content: Object.fromEntries(contentTypes.map((type) => [type, binary])) };
export const keptAnswer = jsonAnswer(
  "The file; the same content always has the same hash",
  z.object({ hash: z.string(), bytes: z.int(), contentType: z.string() }),
);
export const download = {
  description: "Leads to the file, on another origin, under an address that holds for a minute",
};
export const downloadQuery = z.object({
  name: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: "the name to save it by; its hash without one" }),
});

/** Checks and keeps the file of a request, then notes it: what is noted can be read. */
export async function keepFile(c: Context<ApiEnvironment>, files: FileStore, store: TenantStore) {
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  return keepBytes(c, files, store, { bytes, contentType: c.req.header("content-type") ?? "" });
}

interface Sent {
  readonly bytes: Uint8Array;
  /** What it is said to be. */
  readonly contentType: string;
}

/** Checks and keeps a file, then notes it. */
export async function keepBytes(
  c: Context<ApiEnvironment>,
  files: FileStore,
  store: TenantStore,
  { bytes, contentType: said }: Sent,
) {
  const contentType = demandContent(bytes, said);
  const { hash } = await files.put(store.tenantId, bytes, contentType);
  const actor = c.get("actor");
  const file = { hash, bytes: bytes.length, contentType };
  await store.putFile({ ...file, by: actor.kind === "partner" ? actor.vendorId : "agency" });
  return file;
}

/** Leads to a file, once it is on the record who downloads it. Throws `notFound`. */
export async function leadToFile(
  c: Context<ApiEnvironment>,
  { files, platform, runtime }: RouteDependencies,
  { tenantId, hash, name = hash }: { tenantId: string; hash: string; name?: string | undefined },
  contractId?: string,
) {
  const url = await files.linkTo(tenantId, hash, name);
  if (url === undefined) throw new DomainError("notFound", { zh: "找不到该文件", en: "no such file" });
  const after = { name, ...(contractId === undefined ? {} : { contractId }) };
  const line = { command: "file.download", subject: hash, after };
  await noteAccess(platform.tenant(tenantId), c.get("actor"), line, runtime);
  return c.redirect(url, 303);
}

function demandContent(bytes: Uint8Array, contentType: string) {
  const check = checkFileContent(bytes, contentType);
  if (check.accepted) return check.contentType;
  const [named = ""] = contentType.split(";");
  if (contentTypes.some((each) => each === named.trim().toLowerCase())) {
    throw new DomainError("invalid", check.reason);
  }
  throw new HttpProblem("unsupportedMediaType", check.reason);
}
