export type { OutboxEntry, OutboxRecipient } from "./outbox-entry.ts";
