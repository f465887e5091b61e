import type { FindingSeverity, FindingState, FindingStepKind } from "@luyue/core/finding";
import type { Side } from "@luyue/core/party";
import type { Text } from "@luyue/core/text";

export interface ArisenView {
  readonly title: Text;
  readonly arisenOn: string;
  readonly clause: string | null;
  readonly because: readonly { readonly on: string; readonly text: Text }[];
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

interface EvidenceView {
  readonly document?: string;
  readonly file?: string;
  readonly note?: string;
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
