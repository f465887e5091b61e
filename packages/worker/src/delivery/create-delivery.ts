import { type Instant, toEpochMs } from "@luyue/core/civil-date";
import type { Letter } from "@luyue/core/sign-in";
import type { Mailer } from "@luyue/notify/email";
import { renderLetter } from "@luyue/notify/letter";
import { renderDigestEmail, renderNoticeEmail, renderReminderEmail } from "@luyue/notify/reminder";
import { nextAttemptAt } from "@luyue/notify/retry";
import { composeRobotMessage, deliverToRobot } from "@luyue/notify/robot";
import { deliverWebhook, type WebhookDelivery } from "@luyue/notify/webhook";
import {
  type Addressee,
  type Delivered,
  type Delivery,
  messageOf,
  type OutboxEntry,
  postedPayload,
  referenceOf,
  unsubscribePath,
} from "@luyue/usecases/reminder";
import type { Runtime } from "@luyue/usecases/runtime";
import { openSecret, type Tenant, type Webhook } from "@luyue/usecases/tenant";

export interface DeliveryOptions {
  readonly mailer: Pick<Mailer, "send">;
  readonly runtime: Pick<Runtime, "baseUrl" | "seal" | "unseal">;
  readonly now: () => Instant;
  /** For one machine alone: lets webhooks reach loopback. Never in production. */
  readonly allowPrivateAddresses?: boolean;
  /** 0 to 1, a fresh one each time, so that retries of many do not come at once. */
  readonly jitter: () => number;
}

/** Delivers outbox entries by mail, webhook and robot. */
export function createDelivery(options: DeliveryOptions): Delivery {
  return {
    deliver: async (entry, tenant, parts) => {
      const { to } = entry;
      switch (to.channel) {
        case "email":
          return deliverMail(entry, to, parts, options);
        case "webhook":
        case "robot":
          return deliverToEndpoint(entry, to.endpointId, tenant, options, parts);
        case "inApp":
        case "people":
          throw new Error(`nothing is sent by ${to.channel}`);
      }
    },
    nextAttemptAt: (attempt, firstAt, now) => nextAttemptAt(attempt, firstAt, now, options.jitter()),
  };
}

async function deliverMail(
  entry: OutboxEntry,
  { name, address }: Addressee,
  parts: readonly OutboxEntry[],
  { mailer, runtime }: DeliveryOptions,
): Promise<Delivered> {
  const mail = { id: entry.id, to: { name, address }, reference: referenceOf(entry, runtime) };
  if (entry.parts === undefined) return mailer.send({ ...mail, ...renderSingle(entry) });
  const path = unsubscribePath(entry.tenantId, address, runtime);
  const links = { all: runtime.baseUrl, unsubscribe: `${runtime.baseUrl}${path}` };
  const unsubscribe = `${runtime.baseUrl}/v1${path}`;
  return mailer.send({ ...mail, unsubscribe, ...renderDigestEmail(parts.map(messageOf), links) });
}

function renderSingle(entry: OutboxEntry) {
  if (isLetter(entry)) return renderLetter(entry.payload);
  const message = messageOf(entry);
  return "event" in message ? renderNoticeEmail(message) : renderReminderEmail(message);
}

/** `outboxForLetter` is the only writer of entries of these types. */
function isLetter(entry: OutboxEntry): entry is OutboxEntry & { readonly payload: Letter } {
  return entry.type.startsWith("letter.");
}

async function deliverToEndpoint(
  entry: OutboxEntry,
  endpointId: string,
  tenant: Tenant,
  options: DeliveryOptions,
  parts: readonly OutboxEntry[],
): Promise<Delivered> {
  const endpoint = tenant.webhooks.find(({ id }) => id === endpointId);
  if (endpoint === undefined) return { outcome: "failed", detail: "the endpoint has been removed" };
  const started = Date.now();
  const { responseExcerpt, ...delivery } = await postTo(endpoint, entry, tenant, options, parts);
  const response = responseExcerpt === undefined ? {} : { response: responseExcerpt.slice(0, mostResponse) };
  return { ...delivery, ...response, tookMs: Date.now() - started };
}

/** So much of an answer is kept, in characters. */
const mostResponse = 500;

function postTo(
  endpoint: Webhook,
  entry: OutboxEntry,
  tenant: Tenant,
  { now, runtime, allowPrivateAddresses }: DeliveryOptions,
  parts: readonly OutboxEntry[],
): Promise<WebhookDelivery> {
  const { kind = "standard", url, sealedUrl, secret, earlier } = endpoint;
  const open = (sealed: string) => openSecret(sealed, tenant.id, runtime);
  const at = toEpochMs(now());
  const reach = allowPrivateAddresses === true ? { allowPrivateAddresses } : {};
  if (kind === "standard") {
    const overlap = earlier !== undefined && toEpochMs(earlier.until) > at ? [earlier.secret] : [];
    const secrets = [...(secret === undefined ? [] : [secret]), ...overlap].map(open);
    return deliverWebhook({ url, secrets, id: entry.id, at, payload: postedPayload(entry) }, reach);
  }
  const messages = messagesOf(entry, parts);
  const place = { tenant: tenant.name, language: tenant.language, link: runtime.baseUrl };
  return deliverToRobot(
    {
      kind,
      url: sealedUrl === undefined ? url : open(sealedUrl),
      secret: secret === undefined ? undefined : open(secret),
      at,
      message: composeRobotMessage(kind, messages, place),
    },
    reach,
  );
}

/** What a robot says: all that a bundle carries, one message, or of a test nothing. */
function messagesOf(entry: OutboxEntry, parts: readonly OutboxEntry[]) {
  if (entry.parts !== undefined) return parts.map(messageOf);
  return entry.type === "test" ? [] : [messageOf(entry)];
}
