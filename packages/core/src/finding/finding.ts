import type { CivilDate } from "../civil-date/index.ts";
import type { Evidence } from "../event/index.ts";
import type { Act, Side } from "../party/index.ts";

/** How grave a weakness is. */
export type FindingSeverity = "critical" | "high" | "medium" | "low";

/** What was done about a finding, in order: nothing of it is ever taken away. */
export interface FindingStep extends Act {
  readonly step:
    | "handedOut"
    | "answered"
    | "approved"
    | "returned"
    | "passedRetest"
    | "failedRetest"
    | "withdrawn";
  readonly side: Side;
  readonly note?: string;
  readonly evidence: readonly Evidence[];
}

/**
 * A finding 安全隐患: a weakness handed to a responsible unit with a demand and a deadline. `open` waits for the unit's answer,
 * `answered` for its review, `approved` for the re-test; a return or a failed re-test opens it again.
 */
export interface Finding {
  readonly id: string;
  readonly contractId: string;
  readonly number: number;
  readonly unitId: string;
  readonly title: string;
  readonly severity: FindingSeverity;
  readonly system?: string;
  readonly detail?: string;
  readonly demand: string;
  readonly dueOn: CivilDate;
  readonly evidence: readonly Evidence[];
  readonly state: "open" | "answered" | "approved" | "closed" | "withdrawn";
  readonly steps: readonly FindingStep[];
}
