import type { AppType } from "@luyue/api/app";
import { hc } from "hono/client";
import { currentLanguage } from "../words/language.ts";
import { readRefusal } from "./refusal.ts";

const reading = new Set(["GET", "HEAD"]);

/**
 * Every command carries a key of its own, so that a request whose answer got lost on the way can be sent once more without
 * being carried out twice.
 */
async function send(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("accept-language", currentLanguage());
  const isCommand = !reading.has(init.method ?? "GET");
  if (isCommand) headers.set("idempotency-key", crypto.randomUUID());
  const ask = () => fetch(input, { ...init, headers });
  return isCommand ? ask().catch(ask) : ask();
}

/** The API of the same origin, in the browser's own session. */
export const api = hc<AppType>(location.origin, { fetch: send });

interface Answer<T> extends Pick<Response, "ok" | "status"> {
  readonly json: () => Promise<T>;
}

/** What an answer holds. Throws Refusal where it is not well. */
export async function read<T>(answer: Promise<Answer<T>>): Promise<T> {
  const response = await answer;
  if (!response.ok) throw await readRefusal(response);
  return response.json();
}

interface PageOf<T> {
  readonly items: readonly T[];
  readonly cursor: string | null;
}

export interface PageQuery {
  readonly limit: string;
  readonly cursor?: string;
}

const mostPages = 10;

/** All pages of a list, at most two thousand lines; `more` says that there are others. */
export async function readAll<T>(
  ask: (query: PageQuery) => Promise<Answer<PageOf<T>>>,
): Promise<{ readonly items: readonly T[]; readonly more: boolean }> {
  const items: T[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const found: PageOf<T> = await read(ask({ limit: "200", ...(cursor === null ? {} : { cursor }) }));
    items.push(...found.items);
    cursor = found.cursor;
    if (cursor === null) return { items, more: false };
  }
  return { items, more: true };
}
