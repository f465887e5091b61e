import { createHmac, timingSafeEqual } from "node:crypto";
import type { StoredFile } from "./file-store.ts";

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
  readonly answer: (
    request: Request,
    get: (tenantId: string, hash: string) => Promise<StoredFile | undefined>,
  ) => Promise<Response>;
}

const livesMs = 60_000;

/** Signed addresses (HMAC-SHA-256) that hold for a minute: who was let in by the product fetches the file by one. */
export function createFileLinks({ baseUrl, key, now }: FileLinksOptions): FileLinks {
  const sign = (parts: readonly string[]) =>
    createHmac("sha256", key).update(JSON.stringify(parts)).digest("base64url");
  return {
    linkTo: (tenantId, hash, name) => {
      const until = String(now() + livesMs);
      const signature = sign([tenantId, hash, name, until]);
      return `${baseUrl}/${tenantId}/${hash}?${new URLSearchParams({ name, until, signature }).toString()}`;
    },
    answer: async ({ url, method }, get) => {
      const { pathname, searchParams } = new URL(url);
      const [, tenantId = "", hash = ""] = /^\/([\w-]+)\/([\w-]+)$/.exec(pathname) ?? [];
      const part = (name: string) => searchParams.get(name) ?? "";
      const expected = Buffer.from(sign([tenantId, hash, part("name"), part("until")]));
      const given = Buffer.from(part("signature"));
      const isGood = given.length === expected.length && timingSafeEqual(given, expected);
      if (method !== "GET" || !isGood || Number(part("until")) <= now()) return refuse(403);
      const file = await get(tenantId, hash);
      return file === undefined ? refuse(404) : send(file, part("name"));
    },
  };
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

function refuse(status: 403 | 404): Response {
  const text = "该下载链接无效或已过期，请重新下载 / this download link does not hold or is over";
  return new Response(text, { status, headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } });
}

const headers = {
  "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
};
