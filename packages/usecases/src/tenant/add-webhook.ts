import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import { defineCommand } from "../runtime/define-command.ts";

const mostWebhooks = 10;

/** Delivery refuses a password in an address, and everybody who may read the settings would see it. */
const webhookUrlSchema = z
  .url({ protocol: /^https?$/, abort: true })
  .max(500)
  .refine((url) => new URL(url).username === "" && new URL(url).password === "", {
    message: "地址中不能带用户名或密码 / an address carries no user name and no password",
  });

/** Adds an address to which the tenant's events and reminders are posted. The answer is the one place that shows its secret. */
export const addWebhook = defineCommand({
  name: "webhook.add",
  input: z.strictObject({ url: webhookUrlSchema }),
  permission: "tenant:manage",
  async decide({ tenant, runtime }, { url }) {
    if (tenant.webhooks.length >= mostWebhooks) {
      throw new DomainError("conflict", {
        zh: `最多${mostWebhooks}个推送地址`,
        en: `at most ${mostWebhooks} webhooks`,
      });
    }
    const webhook = { id: runtime.newId("whk"), url, secret: runtime.newWebhookSecret() };
    return {
      aggregate: {
        kind: "tenant",
        before: tenant,
        after: { ...tenant, webhooks: [...tenant.webhooks, webhook] },
      },
      changes: [],
      answer: webhook,
      subject: webhook.id,
      recordAfter: { id: webhook.id, url },
    };
  },
});

/** Removes a webhook; what is still to be sent to it is withdrawn. */
export const removeWebhook = defineCommand({
  name: "webhook.remove",
  input: z.strictObject({ id: z.string().max(64) }),
  permission: "tenant:manage",
  async decide({ tenant }, { id }) {
    const found = tenant.webhooks.find((each) => each.id === id);
    if (found === undefined)
      throw new DomainError("notFound", { zh: "找不到该推送地址", en: "no such webhook" });
    const webhooks = tenant.webhooks.filter((each) => each.id !== id);
    return {
      aggregate: { kind: "tenant", before: tenant, after: { ...tenant, webhooks } },
      changes: [],
      answer: { id },
      subject: id,
      recordBefore: { id, url: found.url },
    };
  },
});
