import type { Letter } from "@luyue/core/sign-in";
import type { Runtime } from "../runtime/runtime.ts";
import type { Change } from "../runtime/store.ts";
import { noContract } from "./no-contract.ts";
import type { OutboxEntry } from "./outbox-entry.ts";

/** A letter to one address, to be sent like a reminder: surely, and once. */
export function outboxForLetter(
  letter: Letter,
  to: { readonly name: string; readonly address: string; readonly side: "buyer" | "vendor" },
  tenantId: string,
  runtime: Pick<Runtime, "now" | "newId">,
): Change {
  const at = runtime.now();
  const entry: OutboxEntry = {
    id: runtime.newId("ltr"),
    tenantId,
    contractId: noContract,
    type: `letter.${letter.kind}`,
    to: { channel: "email", ...to, language: letter.recipient.language },
    payload: letter,
    createdAt: at,
    state: "pending",
    attempts: [],
    wakeAt: at,
  };
  return { change: "putOutbox", entry };
}
