import { DomainError } from "@luyue/core/error";
import { createTransport, type SESTransportOptions } from "nodemailer";
import { formatDetail, type Delivery } from "../retry/index.ts";
import { classifyMailError } from "./classify-mail-error.ts";
import { flattenHeader, isSingleAddress, type Mail, type MailAddress } from "./mail.ts";
import { formatMessageId } from "./message-id.ts";

/**
 * An SMTP server. `secure` is TLS from the first byte; without it STARTTLS is used where it is offered, and required as soon as
 * there is a password to protect, unless `requireTls` says otherwise. Timeouts are in milliseconds.
 */
interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  readonly secure?: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
  readonly requireTls?: boolean;
  readonly timeoutMs?: number;
}

/** Amazon SES by its API; the configuration set says where bounces and complaints are told. */
interface SesOptions {
  readonly ses: SESTransportOptions["SES"];
  readonly configurationSet?: string;
}

export type MailerOptions = (SmtpOptions | SesOptions) & { readonly from: MailAddress };

export interface Mailer {
  /** Hands one mail to the server; never throws for what a server or a network does. */
  readonly send: (mail: Mail) => Promise<Delivery>;
  /** Ends the connections; what is being sent is finished first. */
  readonly close: () => void;
}

const TIMEOUT = 20_000;
const IDLE_TIMEOUT = 30_000;

function createSmtpTransport({
  host,
  port,
  secure = false,
  auth,
  requireTls,
  timeoutMs = TIMEOUT,
}: SmtpOptions) {
  return createTransport({
    pool: true,
    maxConnections: 4,
    maxRequeues: 0,
    idleTimeout: IDLE_TIMEOUT,
    host,
    port,
    secure,
    requireTLS: requireTls ?? (auth !== undefined && !secure),
    ...(auth === undefined ? {} : { auth: { user: auth.user, pass: auth.pass } }),
    dnsTimeout: timeoutMs,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Carries what names a mail to its sender again. */
export const referenceHeader = "X-Luyue-Reference";

function unsubscribeHeaders({ unsubscribe }: Mail): Record<string, string> {
  if (unsubscribe === undefined) return {};
  return {
    "List-Unsubscribe": `<${flattenHeader(unsubscribe)}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

/** Mail over SMTP or by SES. Throws `invalid` when `from` is not one address. */
export function createMailer(options: MailerOptions): Mailer {
  const { from } = options;
  if (!isSingleAddress(from.address)) {
    throw new DomainError("invalid", {
      zh: "发件地址无效",
      en: "The sender's address is not one mail address",
    });
  }
  const domain = from.address.slice(from.address.indexOf("@") + 1);
  const transport = "ses" in options ? createTransport({ SES: options.ses }) : createSmtpTransport(options);
  const ofSes =
    "ses" in options && options.configurationSet !== undefined
      ? { ses: { ConfigurationSetName: options.configurationSet } }
      : {};
  return {
    send: async (mail) => {
      if (!isSingleAddress(mail.to.address))
        return { outcome: "failed", detail: "The recipient is not one mail address" };
      try {
        const info = await transport.sendMail({
          from: { name: flattenHeader(from.name), address: from.address },
          to: { name: flattenHeader(mail.to.name), address: mail.to.address },
          subject: flattenHeader(mail.subject),
          ...ofSes,
          html: mail.html,
          text: mail.text,
          messageId: formatMessageId(mail.id, domain),
          headers: {
            "X-Luyue-Id": flattenHeader(mail.id),
            "Auto-Submitted": "auto-generated",
            ...(mail.reference === undefined ? {} : { [referenceHeader]: flattenHeader(mail.reference) }),
            ...unsubscribeHeaders(mail),
          },
        });
        return { outcome: "delivered", detail: formatDetail(info.response) };
      } catch (error) {
        return classifyMailError(error);
      }
    },
    close: () => transport.close(),
  };
}
