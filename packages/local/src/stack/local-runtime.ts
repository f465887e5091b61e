import { createHash, randomBytes } from "node:crypto";
import { publishedArrangements } from "@luyue/core/calendar";
import { toEpochMs } from "@luyue/core/civil-date";
import { createWebhookSecret } from "@luyue/notify/webhook";
import type { Vault } from "@luyue/storage/vault";
import type { Runtime } from "@luyue/usecases/runtime";
import type { LocalClock } from "./local-clock.ts";

/** The runtime of a program on this machine: its clock, its vault, random ids that sort by time, SHA-256. */
export function createLocalRuntime(clock: LocalClock, baseUrl: string, vault: Vault): Runtime {
  return {
    ...vault,
    now: clock.now,
    newId: (prefix) =>
      `${prefix}_${toEpochMs(clock.now()).toString(36).padStart(9, "0")}${randomBytes(8).toString("hex")}`,
    newWebhookSecret: () => createWebhookSecret(randomBytes(32)),
    newKeySecret: () => randomBytes(32).toString("base64url"),
    digest: (text) => createHash("sha256").update(text).digest("hex"),
    arrangements: publishedArrangements,
    baseUrl,
  };
}
