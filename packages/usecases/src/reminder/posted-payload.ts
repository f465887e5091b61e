import { toEpochMs } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import {
  type NoticeMessage,
  noticeWebhookPayload,
  type ReminderMessage,
  reminderWebhookPayload,
} from "@luyue/core/reminder";
import type { OutboxEntry } from "./outbox-entry.ts";

/** What is posted of an entry to a webhook: the same at each attempt. */
export function postedPayload(entry: OutboxEntry): unknown {
  if (!hasMessage(entry)) return entry.payload;
  const message = messageOf(entry);
  const at = toEpochMs(entry.createdAt);
  return "event" in message ? noticeWebhookPayload(message, at) : reminderWebhookPayload(message, at);
}

/** The reminder or notice that an entry carries. Throws `invalid` for one that carries something else. */
export function messageOf(entry: OutboxEntry): ReminderMessage | NoticeMessage {
  if (!hasMessage(entry)) {
    throw new DomainError("invalid", { zh: "该消息不能发送", en: `no message is made of ${entry.type}` });
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the sweep and `addressNotice` are the only writers of these
  return entry.payload as ReminderMessage | NoticeMessage;
}

/** Whether an entry carries a reminder or notice, and not a command's change, a letter, a digest or a test. */
export function hasMessage({ type, to }: OutboxEntry): boolean {
  return (type === "reminder" || type.startsWith("notice.")) && to.channel !== "people";
}
