import type { AcceptanceRound } from "../acceptance/index.ts";
import type { Submission } from "../deliverable/index.ts";
import {
  type FindingBatch,
  type FindingTally,
  recountBatch,
  type ResponsibleUnit,
} from "../finding/index.ts";
import type { Measurement } from "../measurement/index.ts";
import type { ScoreSheet } from "../score/index.ts";

/** The work of a contract: what was handed in, accepted, measured, scored and found, in the order of their ids, which sort by time. */
export interface ContractWork {
  readonly submissions: readonly Submission[];
  readonly rounds: readonly AcceptanceRound[];
  readonly measurements: readonly Measurement[];
  readonly sheets: readonly ScoreSheet[];
  readonly units: readonly ResponsibleUnit[];
  readonly tallies: readonly FindingTally[];
  /** Findings handed out that are still being written, at most one hand-out at a time. */
  readonly batches: readonly FindingBatch[];
}

/** One thing of a contract's work, as it is stored. */
export type WorkEntry =
  | { readonly kind: "submission"; readonly id: string; readonly submission: Submission }
  | { readonly kind: "round"; readonly id: string; readonly round: AcceptanceRound }
  | { readonly kind: "measurement"; readonly id: string; readonly measurement: Measurement }
  | { readonly kind: "sheet"; readonly id: string; readonly sheet: ScoreSheet }
  | { readonly kind: "unit"; readonly id: string; readonly unit: ResponsibleUnit }
  | { readonly kind: "tally"; readonly id: string; readonly tally: FindingTally }
  | { readonly kind: "batch"; readonly id: string; readonly batch: FindingBatch };

export const noWork: ContractWork = {
  submissions: [],
  rounds: [],
  measurements: [],
  sheets: [],
  units: [],
  tallies: [],
  batches: [],
};

export function groupWork(entries: readonly WorkEntry[]): ContractWork {
  return {
    submissions: entries.flatMap((entry) => (entry.kind === "submission" ? [entry.submission] : [])),
    rounds: entries.flatMap((entry) => (entry.kind === "round" ? [entry.round] : [])),
    measurements: entries.flatMap((entry) => (entry.kind === "measurement" ? [entry.measurement] : [])),
    sheets: entries.flatMap((entry) => (entry.kind === "sheet" ? [entry.sheet] : [])),
    units: entries.flatMap((entry) => (entry.kind === "unit" ? [entry.unit] : [])),
    tallies: entries.flatMap((entry) => (entry.kind === "tally" ? [entry.tally] : [])),
    batches: entries.flatMap((entry) => (entry.kind === "batch" ? [entry.batch] : [])),
  };
}

/** The work with an entry added, or put in the place of the one with its id. */
export function withWork(work: ContractWork, entry: WorkEntry): ContractWork {
  switch (entry.kind) {
    case "submission":
      return { ...work, submissions: withItem(work.submissions, entry.submission) };
    case "round":
      return { ...work, rounds: withItem(work.rounds, entry.round) };
    case "measurement":
      return { ...work, measurements: withItem(work.measurements, entry.measurement) };
    case "sheet":
      return { ...work, sheets: withItem(work.sheets, entry.sheet) };
    case "unit":
      return { ...work, units: withItem(work.units, entry.unit) };
    case "tally":
      return { ...work, tallies: withItem(work.tallies, entry.tally) };
    case "batch":
      return { ...work, batches: withItem(work.batches, entry.batch) };
  }
}

/** The tallies with what has been handed out and is still being written. */
export function talliesOf({ tallies, batches }: ContractWork): readonly FindingTally[] {
  return batches.reduce(
    (counted, batch) => recountBatch(counted, batch).reduce(withItem<FindingTally>, counted),
    tallies,
  );
}

function withItem<T extends { readonly id: string }>(items: readonly T[], item: T): readonly T[] {
  const at = items.findIndex(({ id }) => id === item.id);
  return at < 0 ? [...items, item] : items.with(at, item);
}
