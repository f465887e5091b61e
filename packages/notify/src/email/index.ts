export { createMailer, type Mailer, type MailerOptions } from "./create-mailer.ts";
export type { Mail, MailAddress } from "./mail.ts";
