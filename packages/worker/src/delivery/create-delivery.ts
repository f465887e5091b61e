import { toEpochMs, type Instant } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import type { ReminderMessage } from "@luyue/core/reminder";
import type { Letter } from "@luyue/core/sign-in";
import type { Mailer } from "@luyue/notify/email";
import { renderLetter } from "@luyue/notify/letter";
import { reminderWebhookPayload, renderReminderEmail } from "@luyue/notify/reminder";
import { nextAttemptAt } from "@luyue/notify/retry";
import { deliverWebhook } from "@luyue/notify/webhook";
import type { Delivered, Delivery, OutboxEntry } from "@luyue/usecases/reminder";
import type { Tenant } from "@luyue/usecases/tenant";

export interface DeliveryOptions {
  readonly mailer: Pick<Mailer, "send">;
  readonly now: () => Instant;
  /** For one machine alone: lets webhooks reach loopback. Never in production. */
  readonly allowPrivateAddresses?: boolean;
  /** 0 to 1, a fresh one each time, so that retries of many do not come at once. */
  readonly jitter: () => number;
}

/** Delivers outbox entries by mail and webhook. */
export function createDelivery(options: DeliveryOptions): Delivery {
  return {
    deliver: (entry, tenant) =>
      entry.to.channel === "email"
        ? deliverMail(entry, options)
        : deliverToWebhook(entry, entry.to.endpointId, tenant, options),
    nextAttemptAt: (attempt, firstAt, now) => nextAttemptAt(attempt, firstAt, now, options.jitter()),
  };
}

async function deliverMail(entry: OutboxEntry, { mailer }: DeliveryOptions): Promise<Delivered> {
  if (entry.to.channel !== "email") throw new Error("no mail goes to a webhook");
  const { name, address } = entry.to;
  const rendered = isLetter(entry) ? renderLetter(entry.payload) : renderReminderEmail(reminderOf(entry));
  return mailer.send({ id: entry.id, to: { name, address }, ...rendered });
}

/** `outboxForLetter` is the only writer of entries of these types. */
function isLetter(entry: OutboxEntry): entry is OutboxEntry & { readonly payload: Letter } {
  return entry.type.startsWith("letter.");
}

async function deliverToWebhook(
  entry: OutboxEntry,
  endpointId: string,
  tenant: Tenant,
  { now, allowPrivateAddresses }: DeliveryOptions,
): Promise<Delivered> {
  const endpoint = tenant.webhooks.find(({ id }) => id === endpointId);
  if (endpoint === undefined) return { outcome: "failed", detail: "the webhook has been removed" };
  const payload =
    entry.type === "reminder"
      ? reminderWebhookPayload(reminderOf(entry), toEpochMs(entry.createdAt))
      : entry.payload;
  const request = {
    url: endpoint.url,
    secrets: [endpoint.secret],
    id: entry.id,
    at: toEpochMs(now()),
    payload,
  };
  return deliverWebhook(request, allowPrivateAddresses === true ? { allowPrivateAddresses } : {});
}

function reminderOf(entry: OutboxEntry): ReminderMessage {
  if (entry.type !== "reminder") {
    throw new DomainError("invalid", { zh: "该消息不能以邮件发送", en: `no mail is made of ${entry.type}` });
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the sweep is the only writer of entries of this type
  return entry.payload as ReminderMessage;
}
