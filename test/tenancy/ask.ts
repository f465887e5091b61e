import fc from "fast-check";
import { arbitraryOf, type Components } from "./arbitrary-of-schema.ts";
import type { Operation } from "./read-operations.ts";
import type { Principal, Tenancy } from "./tenancy-world.ts";

/** One request: whose it is, where its path leads, and what it carries. */
export interface Asked {
  readonly principal: Principal | undefined;
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  /** Sent as it is where it is text. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
}

export async function ask({ app }: Tenancy, asked: Asked): Promise<Answered> {
  const { principal, operation, params, query = {}, body, headers = {} } = asked;
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => escape(params[name] ?? ""));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) search.append(name, String(value));
  const response = await app.request(`${path}${search.size === 0 ? "" : `?${search.toString()}`}`, {
    method: operation.method,
    headers: {
      ...(principal === undefined ? {} : { Authorization: `Bearer ${principal}` }),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

/** Half a character can't be in a path: the bytes that would be it stand there, which are no UTF-8. */
function escape(value: string): string {
  return value.isWellFormed() ? encodeURIComponent(value) : "%ED%A0%80";
}

/** A body that the operation's schema takes, the same at each run. */
export function sampleBody({ body }: Operation, components: Components, seed = 7): unknown {
  if (body === undefined) return undefined;
  return fc.sample(arbitraryOf(body, components), { seed, numRuns: 1 })[0];
}
