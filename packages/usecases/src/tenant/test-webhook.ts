import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import { noContract } from "../reminder/no-contract.ts";
import { entryKeyOf, type OutboxEntry } from "../reminder/outbox-entry.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { demandWebhook } from "./add-webhook.ts";

/**
 * Sends a test message 测试消息 to an endpoint, by the way that everything goes; what became of it stands in the delivery log under
 * the answer's id. Throws `conflict` for one that is disabled.
 */
export const testWebhook = defineCommand({
  name: "webhook.test",
  input: z.strictObject({ id: z.string().max(64) }),
  permission: "tenant:manage",
  async decide({ tenant, runtime }, { id }) {
    const { kind = "standard", disabledAt } = demandWebhook(tenant, id);
    if (disabledAt !== undefined) {
      throw new DomainError("conflict", {
        zh: "该推送地址已停用，请先恢复",
        en: "this webhook is disabled: enable it first",
      });
    }
    const at = runtime.now();
    const entry: OutboxEntry = {
      id: runtime.newId("tst"),
      tenantId: tenant.id,
      contractId: noContract,
      type: "test",
      to: { channel: kind === "standard" ? "webhook" : "robot", endpointId: id },
      payload: { type: "test", timestamp: at, data: { tenant: { id: tenant.id, name: tenant.name } } },
      createdAt: at,
      state: "pending",
      attempts: [],
      wakeAt: at,
    };
    return {
      aggregate: { kind: "tenant", before: tenant, after: tenant },
      changes: [{ change: "putOutbox", entry }],
      answer: { contractId: noContract, key: entryKeyOf(entry), messageId: entry.id },
      subject: id,
      recordAfter: { messageId: entry.id },
    };
  },
});
