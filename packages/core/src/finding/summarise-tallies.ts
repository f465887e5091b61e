import type { CivilDate } from "../civil-date/index.ts";
import type { FindingSeverity } from "./finding.ts";
import {
  addCounts,
  countsOf,
  type FindingCounts,
  type FindingTally,
  noCounts,
  totalOf,
} from "./finding-tally.ts";

/** How far findings are; `overdue` are those still open after their day. */
export interface FindingSummary extends FindingCounts {
  readonly total: number;
  readonly overdue: number;
}

export interface FindingsOverview {
  readonly total: FindingSummary;
  readonly bySeverity: Readonly<Record<FindingSeverity, FindingSummary>>;
  /** Of each unit that has or had findings, by its id. */
  readonly byUnit: ReadonlyMap<string, FindingSummary>;
}

/** How far a contract's findings are on a day, by unit and by severity: from the tallies alone, however many findings there are. */
export function summariseTallies(tallies: readonly FindingTally[], today: CivilDate): FindingsOverview {
  const byUnit = new Map<string, FindingSummary>();
  for (const tally of tallies) {
    const summary = summarise(countsOf(tally), tally, today);
    byUnit.set(tally.unitId, addSummaries(byUnit.get(tally.unitId) ?? nothing, summary));
  }
  const ofSeverity = (severity: FindingSeverity) =>
    tallies.map((tally) => summarise(tally.counts[severity], tally, today)).reduce(addSummaries, nothing);
  return {
    total: [...byUnit.values()].reduce(addSummaries, nothing),
    bySeverity: {
      critical: ofSeverity("critical"),
      high: ofSeverity("high"),
      medium: ofSeverity("medium"),
      low: ofSeverity("low"),
    },
    byUnit,
  };
}

/** Whether a finding has passed its day without an answer; what waits for a review or a re-test is no delay of the unit's. */
export function isOverdue(
  { state, dueOn }: { readonly state: string; readonly dueOn: CivilDate },
  today: CivilDate,
): boolean {
  return state === "open" && dueOn < today;
}

const nothing: FindingSummary = { ...noCounts, total: 0, overdue: 0 };

function summarise(counts: FindingCounts, { dueOn }: FindingTally, today: CivilDate): FindingSummary {
  const overdue = isOverdue({ state: "open", dueOn }, today) ? counts.open : 0;
  return { ...counts, total: totalOf(counts), overdue };
}

function addSummaries(a: FindingSummary, b: FindingSummary): FindingSummary {
  return { ...addCounts(a, b), total: a.total + b.total, overdue: a.overdue + b.overdue };
}
