import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import { outboxForLetter } from "../reminder/outbox-for-letter.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { demandWebhook, withWebhook } from "./add-webhook.ts";

/**
 * Posts nothing more to an endpoint 停用推送 that has failed for days or said that it is gone, and tells each administrator by
 * mail. The platform's own command. Throws `conflict` where it is disabled already.
 */
export const disableWebhook = defineCommand({
  name: "webhook.disable",
  input: z.strictObject({ id: z.string().max(64), why: z.enum(["failing", "gone"]) }),
  permission: "webhook:disable",
  async decide({ store, tenant, runtime }, { id, why }) {
    const webhook = demandWebhook(tenant, id);
    if (webhook.disabledAt !== undefined) {
      throw new DomainError("conflict", { zh: "该推送地址已停用", en: "this webhook is disabled already" });
    }
    const at = runtime.now();
    const told = (await store.listMembers()).filter(({ roles }) => roles.includes("administrator"));
    const letters = told.map(({ name, email, language }) =>
      outboxForLetter(
        {
          kind: "endpointDisabled",
          recipient: { name, language },
          url: runtime.baseUrl,
          organisation: tenant.name,
          address: webhook.url,
          why,
          at,
        },
        { name, address: email, side: "buyer" },
        tenant.id,
        runtime,
      ),
    );
    return {
      aggregate: withWebhook(tenant, { ...webhook, disabledAt: at }),
      changes: letters,
      answer: { id, disabledAt: at },
      subject: id,
      recordBefore: { id, url: webhook.url },
      recordAfter: { id, url: webhook.url, disabledAt: at, why },
    };
  },
});

/**
 * Posts to an endpoint again 恢复推送, from now on; what failed meanwhile is sent again one by one. Throws `conflict` where it is
 * not disabled.
 */
export const enableWebhook = defineCommand({
  name: "webhook.enable",
  input: z.strictObject({ id: z.string().max(64) }),
  permission: "tenant:manage",
  async decide({ tenant }, { id }) {
    const { disabledAt, ...webhook } = demandWebhook(tenant, id);
    if (disabledAt === undefined) {
      throw new DomainError("conflict", { zh: "该推送地址未停用", en: "this webhook is not disabled" });
    }
    return {
      aggregate: withWebhook(tenant, webhook),
      changes: [],
      answer: { id },
      subject: id,
      recordBefore: { id, url: webhook.url, disabledAt },
      recordAfter: { id, url: webhook.url },
    };
  },
});
