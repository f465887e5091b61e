import { createHash } from "node:crypto";
import { type Arrangement, publishedArrangements } from "@luyue/core/calendar";
import type { Instant } from "@luyue/core/civil-date";

/** A runtime for tests: a clock that stands where it was set, ids and secrets that count, the published calendar. */
export interface FixedRuntime {
  readonly now: () => Instant;
  readonly setNow: (now: Instant) => void;
  readonly newId: (prefix: string) => string;
  readonly newWebhookSecret: () => string;
  readonly newKeySecret: () => string;
  readonly digest: (text: string) => string;
  readonly seal: (text: string, purpose: string) => string;
  readonly unseal: (sealed: string, purpose: string) => string;
  readonly arrangements: readonly Arrangement[];
  readonly baseUrl: string;
}

export function createFixedRuntime(start: Instant, baseUrl = "https://luyue.example"): FixedRuntime {
  let at = start;
  let count = 0;
  const next = () => {
    count += 1;
    return String(count);
  };
  return {
    now: () => at,
    setNow: (now) => {
      at = now;
    },
    newId: (prefix) => `${prefix}_${next().padStart(12, "0")}`,
    newWebhookSecret: () => `whsec_${Buffer.from(`secret ${next().padStart(24, "0")}`).toString("base64")}`,
    newKeySecret: () => `secret-${next().padStart(36, "0")}`,
    digest: (text) => createHash("sha256").update(text).digest("hex"),
    seal: (text, purpose) => `sealed.${Buffer.from(JSON.stringify([purpose, text])).toString("base64url")}`,
    unseal: unsealFixed,
    arrangements: publishedArrangements,
    baseUrl,
  };
}

/** No cipher: only what it is sealed for is held. */
function unsealFixed(sealed: string, purpose: string): string {
  const content: unknown = JSON.parse(Buffer.from(sealed.replace("sealed.", ""), "base64url").toString());
  if (!Array.isArray(content) || content[0] !== purpose) throw new Error("sealed for something else");
  return String(content[1]);
}
