import { createHash, randomBytes } from "node:crypto";
import { publishedArrangements } from "@luyue/core/calendar";
import { type Instant, toEpochMs } from "@luyue/core/civil-date";
import { createWebhookSecret } from "@luyue/notify/webhook";
import type { Vault } from "@luyue/storage/vault";
import type { Runtime } from "@luyue/usecases/runtime";

export interface RuntimeOptions {
  readonly now: () => Instant;
  readonly vault: Vault;
  /** Where people find the product. */
  readonly baseUrl: string;
}

/** What a program hands to the use cases: its clock, its vault, random ids that sort by time, SHA-256, the published calendar. */
export function createRuntime({ now, vault, baseUrl }: RuntimeOptions): Runtime {
  return {
    ...vault,
    now,
    newId: (prefix) =>
      `${prefix}_${toEpochMs(now()).toString(36).padStart(9, "0")}${randomBytes(8).toString("hex")}`,
    newWebhookSecret: () => createWebhookSecret(randomBytes(32)),
    newKeySecret: () => randomBytes(32).toString("base64url"),
    digest: (text) => createHash("sha256").update(text).digest("hex"),
    arrangements: publishedArrangements,
    baseUrl,
  };
}
