export { createLinkSender, type LinkSenderOptions } from "./create-link-sender.ts";
