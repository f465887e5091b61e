import type { Text } from "@luyue/core/text";
import type { Context } from "hono";
import * as z from "zod";
import { HttpProblem } from "../problem/index.ts";

/** Headers of every command, as the document shows them. */
export const commandHeaders = z.object({
  "Idempotency-Key": z.string().optional().meta({
    description:
      "1 to 200 visible ASCII characters; the same key and request get the same answer for 48 hours",
  }),
  "If-Match": z.string().optional().meta({
    description: 'The version that was read, as in its ETag: `"3"`; another one is refused with 412',
  }),
});

/** The idempotency key and the expected version of a request; neither is demanded, a malformed one is refused. */
export function readConditions(c: Context) {
  return {
    idempotencyKey: readIdempotencyKey(c.req.header("idempotency-key")),
    expectedVersion: readVersion(c.req.header("if-match")),
  };
}

function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined || /^[\x21-\x7e]{1,200}$/.test(header)) return header;
  throw malformed({
    zh: "Idempotency-Key 须为1至200个可见 ASCII 字符",
    en: "Idempotency-Key must be 1 to 200 visible ASCII characters",
  });
}

function readVersion(header: string | undefined): number | undefined {
  if (header === undefined || header === "*") return undefined;
  const version = /^"(0|[1-9]\d{0,14})"$/.exec(header)?.[1];
  if (version !== undefined) return Number(version);
  throw malformed({ zh: 'If-Match 须为版本号，如 "3"', en: 'If-Match must be one version, e.g. "3"' });
}

function malformed(reason: Text): HttpProblem {
  return new HttpProblem("malformed", reason);
}
