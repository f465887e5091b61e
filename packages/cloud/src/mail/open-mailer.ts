import { SendEmailCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import { createMailer, type Mailer } from "@luyue/notify/email";
import { mailVariables, readEnvironment } from "../environment/index.ts";

/** The way out for mail that the function's variables name: an SMTP server (the only one where there is no SES), or SES. */
export function openMailer(): Mailer {
  const { MAIL_FROM, MAIL_FROM_NAME, SMTP_URL, SES_CONFIGURATION_SET } = readEnvironment(mailVariables);
  const from = { name: MAIL_FROM_NAME, address: MAIL_FROM };
  if (SMTP_URL === undefined) {
    const ses = { sesClient: new SESv2Client({ maxAttempts: 4 }), SendEmailCommand };
    const named = SES_CONFIGURATION_SET === undefined ? {} : { configurationSet: SES_CONFIGURATION_SET };
    return createMailer({ ses, ...named, from });
  }
  return createMailer({ ...readSmtpUrl(SMTP_URL), from });
}

/** Defaults to the ports of RFC 8314: 465 with TLS from the first byte, 587 with STARTTLS. */
export function readSmtpUrl(text: string) {
  const { protocol, hostname: host, port, username, password } = new URL(text);
  const secure = protocol === "smtps:";
  const user = decodeURIComponent(username);
  return {
    host,
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(user === "" ? {} : { auth: { user, pass: decodeURIComponent(password) } }),
  };
}
