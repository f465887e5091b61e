import type { Stack } from "../stack/index.ts";
import type { Person } from "./person.ts";

interface PageOf<T> {
  readonly items: readonly T[];
  readonly cursor?: string | null;
}

/** Reads and writes through the stack's own API, in the person's session: the pages see what the person may see. */
export interface ApiReader {
  readonly get: <T>(path: string) => Promise<T | undefined>;
  readonly list: <T>(path: string) => Promise<T[]>;
  readonly send: (method: "POST" | "PUT", path: string, body?: unknown) => Promise<Response>;
  /** A file as it is. */
  readonly upload: (path: string, bytes: ArrayBuffer, contentType: string) => Promise<Response>;
  /** The API's own answer, with its headers. */
  readonly fetch: (path: string, headers: Readonly<Record<string, string>>) => Promise<Response>;
}

export function createApiReader(stack: Stack, person: Person): ApiReader {
  const call = async (path: string, init: RequestInit) => {
    const cookie = `__Host-luyue-session=${person.session ?? ""}`;
    const headers = { ...init.headers, cookie, origin: stack.url };
    return stack.fetch(new Request(`${stack.url}${path}`, { ...init, headers }));
  };
  const get = async <T>(path: string): Promise<T | undefined> => {
    const response = await call(path, {});
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API checks its answers against their schemas
    return (await response.json()) as T;
  };
  return {
    get,
    async list<T>(path: string) {
      const all: T[] = [];
      let cursor: string | null | undefined;
      do {
        const joint = path.includes("?") ? "&" : "?";
        const rest = cursor === undefined || cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
        const page: PageOf<T> | undefined = await get<PageOf<T>>(`${path}${joint}limit=200${rest}`);
        all.push(...(page?.items ?? []));
        cursor = page?.cursor;
      } while (cursor !== undefined && cursor !== null);
      return all;
    },
    send: (method, path, body) => {
      const key = { "idempotency-key": crypto.randomUUID() };
      const sent =
        body === undefined
          ? { headers: key }
          : { headers: { ...key, "content-type": "application/json" }, body: JSON.stringify(body) };
      return call(path, { method, ...sent });
    },
    upload: (path, body, contentType) =>
      call(path, {
        method: "POST",
        headers: { "idempotency-key": crypto.randomUUID(), "content-type": contentType },
        body,
      }),
    fetch: (path, headers) => call(path, { headers }),
  };
}
