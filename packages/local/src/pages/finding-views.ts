import type { FindingSeverity, FindingState, FindingStepKind } from "@luyue/core/finding";
import type { Side } from "@luyue/core/party";

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
