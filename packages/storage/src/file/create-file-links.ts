import { createHmac, timingSafeEqual } from "node:crypto";
import { type StoredFile, type Upload, uploadMinutes, type UploadOptions } from "./file-store.ts";
import { readForm } from "./read-form.ts";

export interface FileLinksOptions {
  /** The origin that files are fetched from: another one than the product's own pages have. */
  readonly baseUrl: string;
  /** At least 32 bytes; who has it can fetch any file whose hash they know. */
  readonly key: Buffer;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Addresses under which a file can be fetched for a short time, and the answers to them. */
export interface FileLinks {
  readonly linkTo: (tenantId: string, hash: string, name: string) => string;
  readonly uploadTo: (tenantId: string, upload: UploadOptions) => Upload;
  readonly answer: (request: Request, files: LinkedFiles) => Promise<Response>;
}

/** What stands behind the addresses. */
export interface LinkedFiles {
  readonly get: (tenantId: string, hash: string) => Promise<StoredFile | undefined>;
  /** False where something was staged under that id before. */
  readonly stage: (tenantId: string, id: string, bytes: Uint8Array) => Promise<boolean>;
}

const livesMs = 60_000;

/**
 * Signed addresses (HMAC-SHA-256) that hold for a minute, and forms that hold for ten: who was let in by the product fetches a
 * file by one, and puts one in by the other.
 */
export function createFileLinks({ baseUrl, key, now }: FileLinksOptions): FileLinks {
  const sign = (parts: readonly string[]) =>
    createHmac("sha256", key).update(JSON.stringify(parts)).digest("base64url");
  return {
    linkTo: (tenantId, hash, name) => {
      const until = String(now() + livesMs);
      const signature = sign([tenantId, hash, name, until]);
      return `${baseUrl}/${tenantId}/${hash}?${new URLSearchParams({ name, until, signature }).toString()}`;
    },
    uploadTo: (tenantId, { id, contentType, bytes }) => {
      const until = String(now() + uploadMinutes * 60_000);
      const fields = { tenantId, id, "Content-Type": contentType, most: String(bytes), until };
      return { url: `${baseUrl}/`, fields: { ...fields, signature: sign(Object.values(fields)) } };
    },
    answer: async (request, { get, stage }) => {
      const { url, method } = request;
      // A page that watches how much has gone is asked first whether it may.
      if (method === "OPTIONS")
        return new Response(null, { status: 204, headers: { ...headers, ...anyOrigin } });
      if (method === "POST") return takeForm(request, { sign, now, stage });
      const { pathname, searchParams } = new URL(url);
      const [, tenantId = "", hash = ""] = /^\/([\w-]+)\/([\w-]+)$/.exec(pathname) ?? [];
      const part = (name: string) => searchParams.get(name) ?? "";
      const isGood = isSame(part("signature"), sign([tenantId, hash, part("name"), part("until")]));
      if (method !== "GET" || !isGood || Number(part("until")) <= now()) return refuse(403);
      const file = await get(tenantId, hash);
      return file === undefined ? refuse(404) : send(file, part("name"));
    },
  };
}

interface FormOptions extends Pick<LinkedFiles, "stage"> {
  readonly sign: (parts: readonly string[]) => string;
  readonly now: () => number;
}

/** Takes a form as S3 does: signed fields, and the file as its last one, of no more bytes than were said. */
async function takeForm(request: Request, { sign, now, stage }: FormOptions): Promise<Response> {
  const form = (await readForm(request)) ?? new FormData();
  const part = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const signed = ["tenantId", "id", "Content-Type", "most", "until"].map(part);
  const file = form.get("file");
  if (!isSame(part("signature"), sign(signed)) || Number(part("until")) <= now()) return refuse(403);
  if (!(file instanceof Blob) || file.size === 0 || file.size > Number(part("most"))) return refuse(400);
  const isNew = await stage(part("tenantId"), part("id"), new Uint8Array(await file.arrayBuffer()));
  // The product's pages are of another origin; nothing of theirs but the form comes along.
  return isNew ? new Response(null, { status: 204, headers: { ...headers, ...anyOrigin } }) : refuse(403);
}

const anyOrigin = { "Access-Control-Allow-Origin": "*" };

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Saved and not shown, whatever is in it. */
function send({ bytes, contentType }: StoredFile, name: string): Response {
  return new Response(Uint8Array.from(bytes), {
    headers: {
      ...headers,
      "Content-Type": contentType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}

function refuse(status: 400 | 403 | 404): Response {
  const text = "该链接无效或已过期，请重新操作 / this link does not hold or is over";
  const type = { "Content-Type": "text/plain; charset=utf-8" };
  return new Response(text, { status, headers: { ...headers, ...anyOrigin, ...type } });
}

const headers = {
  "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
};
