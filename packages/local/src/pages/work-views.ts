import type { CountUnit } from "@luyue/core/date-rule";
import type { FindingSeverity, FindingState, FindingStepKind } from "@luyue/core/finding";
import type { Side } from "@luyue/core/party";
import type { Text } from "@luyue/core/text";

/** A service, deliverable or report of a contract as the API shows it, with how far it has come. */
export interface ProgressRowView {
  readonly kind: "service" | "deliverable" | "report";
  readonly key: string;
  readonly title: Text;
  readonly clause: string | null;
  readonly className: string | null;
  readonly number: string | null;
  readonly unit: CountUnit | null;
  readonly owed: { readonly inAll: number; readonly soFar: number } | null;
  readonly done: number;
  readonly submitted: number;
  readonly accepted: number;
  readonly returned: number;
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
  readonly service: {
    readonly records: number;
    readonly days: { readonly used: number; readonly agreed: number } | null;
    readonly people: { readonly least: number; readonly sum: number } | null;
    readonly lastPerformedOn: string | null;
  } | null;
}

/** Something handed in; the agency sees by whom, and why it was accepted although it fell short. */
export interface SubmissionView {
  readonly id: string;
  readonly of: string;
  readonly piece: number;
  readonly version: number;
  readonly quantity: number;
  readonly state: "submitted" | "accepted" | "returned" | "withdrawn";
  readonly title: Text | null;
  readonly files: readonly { readonly file: string; readonly name: string }[];
  readonly note: string | null;
  readonly performedOn: string | null;
  readonly performedThrough: string | null;
  readonly people: number | null;
  readonly submittedAt: string;
  readonly submittedBy: Side;
  readonly submitter?: string;
  readonly reason: string | null;
  readonly despite?: string | null;
  readonly timeliness: { readonly verdict: string; readonly lateDays: number | null } | null;
}

interface MeasuredView {
  readonly value: string;
  readonly passed: boolean;
  readonly why: Text;
}

interface EvidenceView {
  readonly document?: string;
  readonly file?: string;
  readonly note?: string;
}

export interface RoundView {
  readonly id: string;
  readonly number: number;
  readonly state: "applied" | "objected" | "failed" | "passed" | "withdrawn";
  readonly appliedOn: string;
  readonly applied: { readonly name: string; readonly note: string | null };
  readonly assessment: {
    readonly name: string;
    readonly results: readonly {
      readonly criterion: number;
      readonly title: Text;
      readonly passed: boolean;
      readonly note: string | null;
    }[];
    readonly acceptors: readonly {
      readonly key: string;
      readonly name: string;
      readonly expert: boolean;
      readonly signature: { readonly agrees: boolean; readonly note: string | null } | null;
    }[];
  } | null;
  readonly statement: { readonly name: string; readonly note: string } | null;
  readonly settled: {
    readonly on: string;
    readonly name: string;
    readonly reason: string | null;
    readonly rectifyBy: string | null;
  } | null;
}

export interface AcceptanceView {
  readonly of: string;
  readonly title: Text;
  readonly stage: "stage" | "final";
  readonly clause: string | null;
  readonly passedOn: string | null;
  readonly openRoundId: string | null;
  readonly rectifications: {
    readonly allowed: number | null;
    readonly used: number;
    readonly exceeded: boolean;
  };
  readonly criteria: readonly {
    readonly criterion: number;
    readonly title: Text;
    readonly target: string;
    readonly measured: MeasuredView | null;
  }[];
  readonly rounds: readonly RoundView[];
}

export interface ArisenView {
  readonly title: Text;
  readonly arisenOn: string;
  readonly clause: string | null;
  readonly because: readonly { readonly on: string; readonly text: Text }[];
}

export interface AcceptancesView {
  readonly items: readonly AcceptanceView[];
  readonly rights: readonly ArisenView[];
}

interface StandingView {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly state: "upcoming" | "running" | "due" | "proposed" | "final";
  readonly score: string | null;
  readonly grade: { readonly title: Text } | null;
}

interface PeriodRowView extends StandingView {
  readonly scheduled: number;
  readonly full: number;
}

export interface ScoreYearView {
  readonly from: string;
  readonly to: string;
  readonly mean: {
    readonly score: string;
    readonly grade: { readonly title: Text } | null;
    readonly why: Text;
  } | null;
  readonly periods: readonly PeriodRowView[];
}

export interface ScoresView {
  readonly years: readonly ScoreYearView[];
  readonly triggers: readonly ArisenView[];
}

/** One period's score with its marks, or what a sheet of it has to cover. */
export interface ScoreView extends StandingView {
  readonly items: readonly {
    readonly item: string;
    readonly title: Text;
    readonly full: number;
    readonly scheduled: boolean;
    readonly scheduledWhy: readonly Text[];
    readonly points: string | null;
    readonly note: string | null;
    readonly parts: readonly {
      readonly part: string;
      readonly title: Text;
      readonly percent: string;
      readonly given: string | null;
      readonly points: string | null;
    }[];
  }[];
  readonly why: Text | null;
  readonly sheet: {
    readonly note: string | null;
    readonly answerBy: string;
    readonly answer: { readonly agrees: boolean; readonly note: string | null; readonly at: string } | null;
  } | null;
  readonly people?: { readonly proposer: string } | null;
}

export interface FindingCountsView {
  readonly total: number;
  readonly open: number;
  readonly answered: number;
  readonly approved: number;
  readonly closed: number;
  readonly overdue: number;
}

export interface FindingsSummaryView {
  readonly total: FindingCountsView;
  readonly bySeverity: Readonly<Record<FindingSeverity, FindingCountsView>>;
  readonly byUnit: readonly {
    readonly id: string;
    readonly name: string;
    readonly side: Side;
    readonly counts: FindingCountsView;
  }[];
}

export interface FindingView {
  readonly id: string;
  readonly number: number;
  readonly unit: { readonly id: string; readonly name: string; readonly side: Side } | null;
  readonly title: string;
  readonly severity: FindingSeverity;
  readonly system: string | null;
  readonly detail: string | null;
  readonly demand: string;
  readonly dueOn: string;
  readonly state: FindingState;
  readonly overdue: boolean;
  readonly steps: readonly {
    readonly step: FindingStepKind;
    readonly name: string;
    readonly at: string;
    readonly note: string | null;
    readonly evidence: readonly EvidenceView[];
  }[];
}
