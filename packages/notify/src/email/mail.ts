export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** One mail to one person. `id` is the sender's own and stays the same when the mail is sent again. */
export interface Mail {
  readonly id: string;
  readonly to: MailAddress;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** What names the message to us again where it bounces; nobody else can read it. */
  readonly reference?: string;
  /** Where one click, or the mail program itself, takes the recipient off (RFC 8058). */
  readonly unsubscribe?: string;
}

/** Exactly one address, without a comment, a group or a route that would make a server read more than one out of it. */
export function isSingleAddress(address: string): boolean {
  return address.length <= 254 && /^[^\s\p{C}<>()[\]\\,;:"@]{1,64}@[^\s\p{C}<>()[\]\\,;:"@]+$/u.test(address);
}

/** A value for a header: one line, whatever it was. */
export function flattenHeader(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
