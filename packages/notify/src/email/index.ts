export { createMailer, type Mailer, type MailerOptions, referenceHeader } from "./create-mailer.ts";
export type { Mail, MailAddress } from "./mail.ts";
