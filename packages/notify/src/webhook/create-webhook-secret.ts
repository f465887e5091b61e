import { DomainError } from "@luyue/core/error";

/** A secret in the form of Standard Webhooks, `whsec_` and base64, out of 24 to 64 random bytes. Throws `invalid` on another length. */
export function createWebhookSecret(bytes: Uint8Array): string {
  if (bytes.length < 24 || bytes.length > 64) {
    throw new DomainError("invalid", {
      zh: "签名密钥须为24至64字节",
      en: "A webhook secret takes 24 to 64 bytes",
    });
  }
  return `whsec_${Buffer.from(bytes).toString("base64")}`;
}
