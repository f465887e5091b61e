export { type Inbox, type InboxMessage, openInbox } from "./inbox.ts";
export { type MailServer, startMailServer } from "./start-mail-server.ts";
