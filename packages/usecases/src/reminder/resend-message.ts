import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import { defineCommand } from "../runtime/define-command.ts";
import type { Change, TenantStore } from "../runtime/store.ts";
import type { OutboxEntry } from "./outbox-entry.ts";

/**
 * Sends a message once more 重发: one that was given up, or one to an endpoint whatever became of it. Under its own id, so that a
 * receiver who has it already recognises it; a bundle with what it carried. Throws `notFound`, and `conflict` for what is still
 * on its way, has been withdrawn, or has reached a person.
 */
export const resendMessage = defineCommand({
  name: "message.resend",
  input: z.strictObject({ contractId: z.string().min(1).max(64), key: z.string().min(1).max(500) }),
  permission: "tenant:manage",
  async decide({ store, tenant, runtime }, { contractId, key }) {
    const seen = await store.getOutbox(contractId, key);
    if (seen === undefined) throw new DomainError("notFound", { zh: "找不到该消息", en: "no such message" });
    demandEnded(seen);
    const { bundledIn: _ended, ...entry } = seen;
    const next: OutboxEntry = { ...entry, state: "pending", wakeAt: runtime.now() };
    return {
      aggregate: { kind: "tenant", before: tenant, after: tenant },
      changes: [{ change: "replaceOutbox", seen, next }, ...(await partsOf(seen, store))],
      answer: { id: seen.id, state: "pending" as const, attempts: seen.attempts.length },
      subject: seen.id,
      recordBefore: { state: seen.state, attempts: seen.attempts.length },
      recordAfter: { state: "pending" },
    };
  },
});

function demandEnded({ to, state, bundledIn }: OutboxEntry): void {
  const toMachine = to.channel === "webhook" || to.channel === "robot";
  const isOver = state === "failed" || (state === "delivered" && toMachine);
  if (isOver && to.channel !== "people" && bundledIn === undefined) return;
  throw new DomainError("conflict", {
    zh: "该消息正在发送、已撤回、已送达本人，或已并入汇总，不能重发",
    en: "this message is on its way, withdrawn, with its person already, or part of a bundle",
  });
}

/** What failed with a bundle goes out with it again. */
async function partsOf({ id, parts = [] }: OutboxEntry, store: TenantStore): Promise<readonly Change[]> {
  const found = await Promise.all(parts.map(({ contractId, key }) => store.getOutbox(contractId, key)));
  return found.flatMap((seen): readonly Change[] => {
    if (seen === undefined || seen.bundledIn !== id || seen.state === "withdrawn") return [];
    return [{ change: "replaceOutbox", seen, next: { ...seen, state: "bundled" } }];
  });
}
