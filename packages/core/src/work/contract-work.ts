import type { AcceptanceRound } from "../acceptance/index.ts";
import type { Bond } from "../bond/index.ts";
import type { Submission } from "../deliverable/index.ts";
import {
  type FindingBatch,
  type FindingTally,
  recountBatch,
  type ResponsibleUnit,
} from "../finding/index.ts";
import type { Incident } from "../incident/index.ts";
import type { Measurement } from "../measurement/index.ts";
import type { Penalty } from "../penalty/index.ts";
import type { Absence, Person, StaffChange } from "../people/index.ts";
import type { RightDecision } from "../right/index.ts";
import type { ScoreSheet } from "../score/index.ts";

/** The work of a contract: what was handed in, accepted, measured, scored and found, what went wrong and who was there, in the order of their ids, which sort by time. */
export interface ContractWork {
  readonly submissions: readonly Submission[];
  readonly rounds: readonly AcceptanceRound[];
  readonly measurements: readonly Measurement[];
  readonly sheets: readonly ScoreSheet[];
  readonly units: readonly ResponsibleUnit[];
  readonly tallies: readonly FindingTally[];
  /** Findings handed out that are still being written, at most one hand-out at a time. */
  readonly batches: readonly FindingBatch[];
  readonly incidents: readonly Incident[];
  readonly penalties: readonly Penalty[];
  readonly rights: readonly RightDecision[];
  readonly bonds: readonly Bond[];
  readonly people: readonly Person[];
  readonly changes: readonly StaffChange[];
  readonly absences: readonly Absence[];
}

/** One thing of a contract's work, as it is stored. */
export type WorkEntry =
  | { readonly kind: "submission"; readonly id: string; readonly submission: Submission }
  | { readonly kind: "round"; readonly id: string; readonly round: AcceptanceRound }
  | { readonly kind: "measurement"; readonly id: string; readonly measurement: Measurement }
  | { readonly kind: "sheet"; readonly id: string; readonly sheet: ScoreSheet }
  | { readonly kind: "unit"; readonly id: string; readonly unit: ResponsibleUnit }
  | { readonly kind: "tally"; readonly id: string; readonly tally: FindingTally }
  | { readonly kind: "batch"; readonly id: string; readonly batch: FindingBatch }
  | { readonly kind: "incident"; readonly id: string; readonly incident: Incident }
  | { readonly kind: "penalty"; readonly id: string; readonly penalty: Penalty }
  | { readonly kind: "right"; readonly id: string; readonly right: RightDecision }
  | { readonly kind: "bond"; readonly id: string; readonly bond: Bond }
  | { readonly kind: "person"; readonly id: string; readonly person: Person }
  | { readonly kind: "change"; readonly id: string; readonly change: StaffChange }
  | { readonly kind: "absence"; readonly id: string; readonly absence: Absence };

export const noWork: ContractWork = {
  submissions: [],
  rounds: [],
  measurements: [],
  sheets: [],
  units: [],
  tallies: [],
  batches: [],
  incidents: [],
  penalties: [],
  rights: [],
  bonds: [],
  people: [],
  changes: [],
  absences: [],
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
    incidents: entries.flatMap((entry) => (entry.kind === "incident" ? [entry.incident] : [])),
    penalties: entries.flatMap((entry) => (entry.kind === "penalty" ? [entry.penalty] : [])),
    rights: entries.flatMap((entry) => (entry.kind === "right" ? [entry.right] : [])),
    bonds: entries.flatMap((entry) => (entry.kind === "bond" ? [entry.bond] : [])),
    people: entries.flatMap((entry) => (entry.kind === "person" ? [entry.person] : [])),
    changes: entries.flatMap((entry) => (entry.kind === "change" ? [entry.change] : [])),
    absences: entries.flatMap((entry) => (entry.kind === "absence" ? [entry.absence] : [])),
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
    case "incident":
      return { ...work, incidents: withItem(work.incidents, entry.incident) };
    case "penalty":
      return { ...work, penalties: withItem(work.penalties, entry.penalty) };
    case "right":
      return { ...work, rights: withItem(work.rights, entry.right) };
    case "bond":
      return { ...work, bonds: withItem(work.bonds, entry.bond) };
    case "person":
      return { ...work, people: withItem(work.people, entry.person) };
    case "change":
      return { ...work, changes: withItem(work.changes, entry.change) };
    case "absence":
      return { ...work, absences: withItem(work.absences, entry.absence) };
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
