import * as z from "zod";
import type { CivilDate } from "../civil-date/index.ts";
import type { Evidence } from "../event/index.ts";
import type { Act, Side } from "../party/index.ts";
import type { Text } from "../text/index.ts";

/** How grave a weakness is, the gravest first. */
export const findingSeveritySchema = z.enum(["critical", "high", "medium", "low"]);
export type FindingSeverity = z.infer<typeof findingSeveritySchema>;

export const findingSeverityNames: Readonly<Record<FindingSeverity, Text>> = {
  critical: { zh: "严重", en: "critical" },
  high: { zh: "高", en: "high" },
  medium: { zh: "中", en: "medium" },
  low: { zh: "低", en: "low" },
};

/**
 * `open` waits for the unit's answer, `answered` for its review, `approved` for the re-test; `withdrawn` was handed out in
 * error and counts no more.
 */
export const findingStateSchema = z.enum(["open", "answered", "approved", "closed", "withdrawn"]);
export type FindingState = z.infer<typeof findingStateSchema>;

export const findingStateNames: Readonly<Record<FindingState, Text>> = {
  open: { zh: "待反馈", en: "open" },
  answered: { zh: "待审核", en: "answered" },
  approved: { zh: "待复测", en: "approved" },
  closed: { zh: "已销号", en: "closed" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
};

/** What can be done about a finding, in the order in which it usually is. */
export const findingStepSchema = z.enum([
  "handedOut",
  "answered",
  "approved",
  "returned",
  "passedRetest",
  "failedRetest",
  "extended",
  "reopened",
  "withdrawn",
]);
export type FindingStepKind = z.infer<typeof findingStepSchema>;

export const findingStepNames: Readonly<Record<FindingStepKind, Text>> = {
  handedOut: { zh: "下发", en: "handed out" },
  answered: { zh: "反馈", en: "answered" },
  approved: { zh: "审核通过", en: "approved" },
  returned: { zh: "退回", en: "returned" },
  passedRetest: { zh: "复测通过", en: "passed the re-test" },
  failedRetest: { zh: "复测不通过", en: "failed the re-test" },
  extended: { zh: "延期", en: "extended" },
  reopened: { zh: "重新打开", en: "reopened" },
  withdrawn: { zh: "撤回", en: "withdrawn" },
};

/** What was done about a finding: nothing of it is ever taken away. */
export interface FindingStep extends Act {
  readonly step: FindingStepKind;
  readonly side: Side;
  readonly note?: string;
  readonly evidence: readonly Evidence[];
  /** The day that an extension set, and the one before it. */
  readonly moved?: { readonly from: CivilDate; readonly to: CivilDate };
}

/**
 * A finding 安全隐患: a weakness handed to a responsible unit with a demand and a deadline. A return, a failed re-test or a
 * reopening opens it again.
 */
export interface Finding {
  readonly id: string;
  readonly contractId: string;
  /** Counted within the contract from 1, without holes. */
  readonly number: number;
  readonly unitId: string;
  readonly title: string;
  readonly severity: FindingSeverity;
  readonly system?: string;
  readonly detail?: string;
  readonly demand: string;
  readonly dueOn: CivilDate;
  readonly evidence: readonly Evidence[];
  readonly state: FindingState;
  readonly steps: readonly FindingStep[];
}
