import { addMinutes } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import { defineCommand } from "../runtime/define-command.ts";
import { demandWebhook, sealSecret, withWebhook } from "./add-webhook.ts";
import type { Webhook } from "./tenant.ts";

/** The hours that both secrets sign, unless told otherwise, and at most. */
const usualHours = 24;
const mostHours = 7 * 24;

/**
 * Gives a webhook a new secret 轮换密钥. Until `overlapHours` are over each delivery carries the signatures of both, so that the
 * receiver changes over when it likes. The answer carries the new secret, sealed. Throws `conflict` for a robot.
 */
export const rotateWebhook = defineCommand({
  name: "webhook.rotate",
  input: z.strictObject({
    id: z.string().max(64),
    overlapHours: z.int().min(0).max(mostHours).optional(),
  }),
  permission: "tenant:manage",
  async decide({ tenant, runtime }, { id, overlapHours = usualHours }) {
    const { earlier: _older, ...webhook } = demandWebhook(tenant, id);
    const { secret } = webhook;
    if ((webhook.kind ?? "standard") !== "standard" || secret === undefined) {
      throw new DomainError("conflict", {
        zh: "群机器人的密钥在群聊中更换，请移除后重新添加",
        en: "a robot's secret is changed in its chat: remove it and add it again",
      });
    }
    const sealedSecret = sealSecret(runtime.newWebhookSecret(), tenant.id, runtime);
    const until = addMinutes(runtime.now(), overlapHours * 60);
    const after: Webhook = {
      ...webhook,
      secret: sealedSecret,
      ...(overlapHours === 0 ? {} : { earlier: { secret, until } }),
    };
    return {
      aggregate: withWebhook(tenant, after),
      changes: [],
      answer: { id, url: webhook.url, sealedSecret, earlierUntil: overlapHours === 0 ? null : until },
      subject: id,
      recordAfter: { id, url: webhook.url, earlierUntil: overlapHours === 0 ? null : until },
    };
  },
});
