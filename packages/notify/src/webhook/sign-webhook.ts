import { Webhook } from "standardwebhooks";

export type WebhookHeaders = Readonly<
  Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string>
>;

/**
 * The headers of Standard Webhooks over the exact body. There is a signature for each secret, so that a receiver may know the
 * old or the new one while they are changed. `undefined` when the id or a secret is none that can be signed with.
 */
export function signWebhook(
  body: string,
  id: string,
  at: number,
  secrets: readonly string[],
): WebhookHeaders | undefined {
  if (secrets.length === 0 || !/^[\x21-\x2d\x2f-\x7e]{1,256}$/.test(id)) return undefined;
  try {
    const sentAt = new Date(at);
    return {
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at / 1000)),
      "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, sentAt, body)).join(" "),
    };
  } catch {
    return undefined;
  }
}
