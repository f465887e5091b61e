import type { Arrangement } from "@luyue/core/calendar";
import type { Instant } from "@luyue/core/civil-date";

/** What a program hands to the use cases when it is composed: the clock, fresh ids, a digest, the loaded calendar. */
export interface Runtime {
  readonly now: () => Instant;
  /** A fresh id with a prefix that sorts by time: `ctr_…`. */
  readonly newId: (prefix: string) => string;
  /** A fresh webhook secret, `whsec_…` (Standard Webhooks). */
  readonly newWebhookSecret: () => string;
  /** A fresh secret of 256 random bits, 43 characters of base64url. */
  readonly newKeySecret: () => string;
  /** SHA-256 of a text, as lower-case hexadecimal. */
  readonly digest: (text: string) => string;
  /** Makes a text unreadable for whoever has the store and not its key; bound to what it is for, such as an address. */
  readonly seal: (text: string, purpose: string) => string;
  /** The text again. Throws Error where it was changed, or sealed for something else or under a key that is gone. */
  readonly unseal: (sealed: string, purpose: string) => string;
  readonly arrangements: readonly Arrangement[];
  /** Where people find the product; links in mails start with it. */
  readonly baseUrl: string;
}
