export { openMailer, readSmtpUrl } from "./open-mailer.ts";
