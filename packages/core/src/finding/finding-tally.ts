import type { CivilDate } from "../civil-date/index.ts";
import type { Finding, FindingSeverity } from "./finding.ts";

/** How many findings wait for the unit's answer, for the review of an answer, for the re-test, and are done. */
export interface FindingCounts {
  readonly open: number;
  readonly answered: number;
  readonly approved: number;
  readonly closed: number;
}

/**
 * How many findings one unit has to answer by one day, and how far they are: so that a contract with thousands of them has
 * one obligation a unit and day, and nobody gets a reminder for each. Those taken back are not counted.
 */
export interface FindingTally {
  readonly id: string;
  readonly unitId: string;
  readonly dueOn: CivilDate;
  readonly since: CivilDate;
  readonly counts: Readonly<Record<FindingSeverity, FindingCounts>>;
  /** The day of the last change. */
  readonly changedOn: CivilDate;
  /** The hand-out whose findings were counted last: while that is still being written, it is not counted again. */
  readonly batchId?: string;
}

export const noCounts: FindingCounts = { open: 0, answered: 0, approved: 0, closed: 0 };

/** The id of a unit's tally for a day: the same wherever it is worked out. */
export function tallyIdOf(unitId: string, dueOn: CivilDate): string {
  return `${unitId}-${dueOn.replaceAll("-", "")}`;
}

/** The unit whose tally it is. */
export function unitOfTally(tallyId: string): string {
  return tallyId.slice(0, Math.max(0, tallyId.lastIndexOf("-")));
}

export function addCounts(a: FindingCounts, b: FindingCounts): FindingCounts {
  return {
    open: a.open + b.open,
    answered: a.answered + b.answered,
    approved: a.approved + b.approved,
    closed: a.closed + b.closed,
  };
}

/** All findings of a tally, whatever their severity. */
export function countsOf({ counts }: Pick<FindingTally, "counts">): FindingCounts {
  return Object.values(counts).reduce(addCounts, noCounts);
}

export function totalOf({ open, answered, approved, closed }: FindingCounts): number {
  return open + answered + approved + closed;
}

/** How many are not closed 未销号. */
export function unclosedOf({ open, answered, approved }: FindingCounts): number {
  return open + answered + approved;
}

type Counted = Pick<Finding, "unitId" | "dueOn" | "severity" | "state">;

/**
 * The tallies that findings change by coming, moving on or being taken back on a day: each pair is a finding before
 * (undefined where it is new) and after. What is given must hold every tally of theirs that there is.
 */
export function recount(
  tallies: readonly FindingTally[],
  changes: readonly { readonly before?: Counted; readonly after: Counted }[],
  on: CivilDate,
): FindingTally[] {
  const known = new Map(tallies.map((tally) => [tally.id, tally]));
  const changed = new Map<string, FindingTally>();
  const count = (finding: Counted, by: 1 | -1) => {
    const { unitId, dueOn, severity, state } = finding;
    if (state === "withdrawn") return;
    const id = tallyIdOf(unitId, dueOn);
    const tally = begun(changed.get(id) ?? known.get(id), finding, on);
    const of = tally.counts[severity];
    const counts = { ...tally.counts, [severity]: { ...of, [state]: of[state] + by } };
    changed.set(id, { ...tally, counts, changedOn: on });
  };
  for (const { before, after } of changes) {
    if (before !== undefined) count(before, -1);
    count(after, 1);
  }
  return [...changed.values()];
}

/** A tally of which nothing was left begins anew. */
function begun(tally: FindingTally | undefined, { unitId, dueOn }: Counted, on: CivilDate): FindingTally {
  if (tally !== undefined && totalOf(countsOf(tally)) > 0) return tally;
  const counts = { critical: noCounts, high: noCounts, medium: noCounts, low: noCounts };
  return { id: tallyIdOf(unitId, dueOn), unitId, dueOn, since: on, counts, changedOn: on };
}
