import { createHash } from "node:crypto";

/** The policy of a page to print: nothing runs and nothing is fetched; it has its own style, known by its hash, and no more. */
export function printPolicy(style: string): string {
  const hash = createHash("sha256").update(style).digest("base64");
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
