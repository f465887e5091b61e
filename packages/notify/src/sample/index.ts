export { type SampleMail, sampleMails } from "./sample-mails.ts";
