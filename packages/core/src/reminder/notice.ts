import type { ObligationKind } from "../obligation/index.ts";
import type { Side } from "../party/index.ts";
import type { Text } from "../text/index.ts";
import type { ReminderMessage } from "./reminder-message.ts";

/** What people are told of as it happens 事件通知, beside the reminders that go by dates. */
export const noticeEvents = {
  invoiceRejected: { zh: "发票被退回", en: "Invoice rejected" },
  deliverableReturned: { zh: "交付物被退回", en: "Deliverable returned" },
  paymentPaid: { zh: "已付款", en: "Payment made" },
  penaltyProposed: { zh: "拟扣违约金", en: "Penalty proposed" },
  scoreFinal: { zh: "考核评分已确定", en: "Score is final" },
  acceptancePassed: { zh: "验收通过", en: "Acceptance passed" },
  acceptanceFailed: { zh: "验收未通过", en: "Acceptance failed" },
  rightArisen: { zh: "出现待决定的权利", en: "A right has arisen" },
  waitingForYou: { zh: "等待您办理", en: "Waiting for you" },
  dateChanged: { zh: "日期有变动", en: "A date has changed" },
  reminderWithdrawn: { zh: "提醒作废", en: "A reminder is withdrawn" },
} as const satisfies Record<string, Text>;
export type NoticeEvent = keyof typeof noticeEvents;

/** One fact of a notice; a value that is the same in both languages stands in both. */
export interface NoticeRow {
  readonly label: Text;
  readonly value: Text;
}

/**
 * Something that has happened: to which sides it is told, by the rules for which kind of obligation, what it is about, and
 * where in the contract it is found. `by` is whose doing it was; they know.
 */
export interface Notice {
  readonly event: NoticeEvent;
  readonly kind: ObligationKind;
  readonly sides: readonly Side[];
  readonly title: Text;
  readonly rows: readonly NoticeRow[];
  readonly anchor?: string;
  readonly by?: string;
}

/** A notice for one recipient, or for a tenant's machines. */
export interface NoticeMessage
  extends Pick<Notice, "event" | "title" | "rows">,
    Pick<ReminderMessage, "id" | "tenant" | "contract" | "counterpart" | "link" | "recipient"> {}
