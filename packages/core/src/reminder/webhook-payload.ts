import type { Side } from "../party/index.ts";
import type { NoticeMessage } from "./notice.ts";
import type { AwaitedGate, RemindedObligation, ReminderMessage } from "./reminder-message.ts";
import type { ReminderStep } from "./reminder-step.ts";

/** A reminder in the payload shape of Standard Webhooks, in both languages and without the person it would be mailed to. */
export interface ReminderWebhookPayload {
  readonly type:
    | "reminder.due"
    | "reminder.overdue"
    | "reminder.waiting"
    | "reminder.opening"
    | "reminder.pace";
  readonly timestamp: string;
  readonly data: {
    readonly id: string;
    readonly tenant: { readonly name: string };
    readonly contract: { readonly number: string; readonly name: string };
    readonly counterpart: string;
    readonly obligation: RemindedObligation;
    readonly waitingFor: readonly AwaitedGate[];
    readonly why: ReminderMessage["why"];
    readonly clause?: string;
    readonly link: string;
    readonly step: ReminderStep;
    readonly side: Side;
  };
}

const TYPES = {
  lead: "reminder.due",
  dueToday: "reminder.due",
  overdue: "reminder.overdue",
  waiting: "reminder.waiting",
  opening: "reminder.opening",
  pace: "reminder.pace",
} as const;

function typeOf(step: ReminderStep) {
  if (step.kind === "clock") return step.stage === "broken" ? "reminder.overdue" : "reminder.due";
  return TYPES[step.kind];
}

/** `at` is the instant the reminder came about, in epoch milliseconds; it must stay the same when a delivery is tried again. */
export function reminderWebhookPayload(message: ReminderMessage, at: number): ReminderWebhookPayload {
  return {
    type: typeOf(message.step),
    timestamp: new Date(at).toISOString(),
    data: {
      id: message.id,
      tenant: message.tenant,
      contract: message.contract,
      counterpart: message.counterpart,
      obligation: message.obligation,
      waitingFor: message.waitingFor,
      why: message.why,
      ...(message.clause === undefined ? {} : { clause: message.clause }),
      link: message.link,
      step: message.step,
      side: message.recipient.side,
    },
  };
}

/** A notice in the payload shape of Standard Webhooks, in both languages and without a person. */
export function noticeWebhookPayload(message: NoticeMessage, at: number) {
  const { recipient: _recipient, event, ...data } = message;
  return { type: `notice.${event}`, timestamp: new Date(at).toISOString(), data: { event, ...data } };
}
