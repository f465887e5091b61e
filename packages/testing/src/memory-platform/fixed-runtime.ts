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
    arrangements: publishedArrangements,
    baseUrl,
  };
}
