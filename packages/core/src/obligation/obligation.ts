import * as z from "zod";
import type { KeyPeriod } from "../calendar/index.ts";
import type { CivilDate, Instant } from "../civil-date/index.ts";
import type { CountUnit, Explanation, Recurrence, Waiting } from "../date-rule/index.ts";
import type { EventKind } from "../event/index.ts";
import type { FindingCounts } from "../finding/index.ts";
import type { Balance } from "../ledger/index.ts";
import type { Money } from "../money/index.ts";
import type { Side } from "../party/index.ts";
import type { Text } from "../text/index.ts";

/** What an obligation 义务 is about. */
export const obligationKindSchema = z.enum([
  "payment",
  "invoice",
  "bond",
  "bondExtension",
  "service",
  "deliverable",
  "report",
  "application",
  "review",
  "acceptance",
  "plan",
  "rectification",
  "score",
  "scoreAnswer",
  "finding",
  "penalty",
  "penaltyAnswer",
  "right",
  "fullRectification",
  "cure",
  "staffAnswer",
  "agreement",
  "notice",
  "secrecy",
  "handBack",
]);
export type ObligationKind = z.infer<typeof obligationKindSchema>;

export const obligationKindNames: Readonly<Record<ObligationKind, Text>> = {
  payment: { zh: "付款", en: "payment" },
  invoice: { zh: "发票", en: "invoice" },
  bond: { zh: "履约保函", en: "performance bond" },
  bondExtension: { zh: "履约保函续期", en: "extension of the bond" },
  service: { zh: "服务", en: "service" },
  deliverable: { zh: "交付物", en: "deliverable" },
  report: { zh: "报告", en: "report" },
  application: { zh: "验收申请", en: "application for acceptance" },
  review: { zh: "验收审查", en: "review for acceptance" },
  acceptance: { zh: "验收", en: "acceptance" },
  plan: { zh: "整改方案", en: "rectification plan" },
  rectification: { zh: "验收整改", en: "rectification" },
  score: { zh: "考核评分", en: "score" },
  scoreAnswer: { zh: "考核评分答复", en: "answer to a score" },
  finding: { zh: "安全隐患整改", en: "findings" },
  penalty: { zh: "违约金决定", en: "decision on a penalty" },
  penaltyAnswer: { zh: "违约金答复", en: "answer to a penalty" },
  right: { zh: "权利待决定", en: "right to be decided on" },
  fullRectification: { zh: "全面整改", en: "full rectification" },
  cure: { zh: "违约纠正", en: "cure of a breach" },
  staffAnswer: { zh: "人员更换答复", en: "answer to a change of staff" },
  agreement: { zh: "保密协议备案", en: "secrecy agreement" },
  notice: { zh: "通知", en: "notice" },
  secrecy: { zh: "保密", en: "secrecy" },
  handBack: { zh: "资料归还", en: "hand-back of data" },
};

export type ObligationShape = "single" | "recurring" | "quota" | "continuous" | "onDemand";

/** The event that fulfils an obligation by happening: about a term, or about the obligation itself. */
export interface FulfilledBy {
  readonly event: EventKind;
  readonly of: string;
}

/** A date that the law sets beside the contract's: with its facts, or what it still waits for. */
export interface StatutoryDate {
  readonly dueOn?: CivilDate;
  readonly waitingFor: readonly Waiting[];
  readonly explanation: Explanation;
}

/**
 * A count owed and the count done so far; `atMost`: an allowance, how much may be used and how much has been; `unpaced`: it
 * has no pace of its own, as the reports of a counted service, which come with the service; `cutShort`: the contract ended before its day, and no more is
 * owed of it than was done.
 */
export interface Quota {
  readonly count: number;
  readonly unit: CountUnit;
  readonly done: number;
  readonly atMost?: true;
  readonly unpaced?: true;
  readonly cutShort?: true;
}

/**
 * Something that somebody has to do, derived from terms, events and the calendar. `key` is the same at every
 * derivation. Dates are civil dates in Asia/Shanghai, `dueAt` an instant where hours count, `amount` in yuan.
 * `waitingFor` names what the date waits for and, for payments, the gates that are still closed.
 */
export interface Obligation {
  readonly key: string;
  readonly kind: ObligationKind;
  readonly shape: ObligationShape;
  readonly title: Text;
  readonly debtor: Side;
  readonly clause?: string;
  readonly period?: Recurrence["period"];
  /** The key period 重保时期 of the tenant that one of a series is for. */
  readonly keyPeriod?: Pick<KeyPeriod, "key" | "name">;
  /** The day that one of a series belongs to, where it opens only after that day. */
  readonly belongsOn?: CivilDate;
  readonly opensOn?: CivilDate;
  readonly dueOn?: CivilDate;
  readonly dueAt?: Instant;
  /** Of a clock that runs by the minute and is not met: when a warning is due before `dueAt`. */
  readonly warnAt?: Instant;
  readonly amount?: Money;
  readonly amountWhy?: Text;
  /** What of a payment has been paid, set off and is still owed. */
  readonly balance?: Balance;
  /** The year whose budget a payment comes from, where the terms name it. */
  readonly fiscalYear?: number;
  /** The latest day that the law allows for a payment to a small or medium enterprise. */
  readonly statutory?: StatutoryDate;
  readonly quota?: Quota;
  /** How far the findings are that a unit has to answer. */
  readonly findings?: FindingCounts;
  readonly waitingFor: readonly Waiting[];
  readonly explanation: Explanation;
  readonly fulfilledBy: readonly FulfilledBy[];
  readonly fulfilment?: { readonly eventId: string; readonly on: CivilDate };
  readonly nudges?: true;
  /** A right that its holder may leave unused: once its day is over it has ended, and nothing is owed. */
  readonly lapses?: true;
}
