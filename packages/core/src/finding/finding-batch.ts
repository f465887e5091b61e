import { type CivilDate, civilDateOf } from "../civil-date/index.ts";
import type { Act, Side } from "../party/index.ts";
import type { Finding } from "./finding.ts";
import { type FindingTally, recount } from "./finding-tally.ts";

/** One finding of a hand-out, before it has a number and a state. */
export type FindingRow = Omit<Finding, "id" | "contractId" | "number" | "state" | "steps">;

/**
 * Findings handed out together, until each has been written on its own: they are there, all of them, as soon as this is.
 * `from` is the number of the first.
 */
export interface FindingBatch {
  readonly id: string;
  readonly from: number;
  readonly handedOut: Act & { readonly side: Side };
  readonly rows: readonly FindingRow[];
}

/** The findings of a hand-out as they are written; however often that is done, they are the same. */
export function findingsOf(batch: FindingBatch, contractId: string): Finding[] {
  const { handedOut, rows, from } = batch;
  return rows.map((row, at) => ({
    ...row,
    id: findingIdOf(batch.id, at),
    contractId,
    number: from + at,
    state: "open",
    steps: [{ ...handedOut, step: "handedOut", evidence: [] }],
  }));
}

/** The id of the finding at a place of a hand-out, from 0: sorts as they stand in it. */
export function findingIdOf(batchId: string, at: number): string {
  return `fnd_${batchId.slice(batchId.indexOf("_") + 1)}${`${at}`.padStart(3, "0")}`;
}

/** The tallies that a hand-out changes and that have not been changed by it yet. */
export function recountBatch(tallies: readonly FindingTally[], batch: FindingBatch): FindingTally[] {
  const done = new Set(tallies.filter(({ batchId }) => batchId === batch.id).map(({ id }) => id));
  const on: CivilDate = civilDateOf(batch.handedOut.at);
  const changes = batch.rows.map((row) => ({ after: { ...row, state: "open" as const } }));
  return recount(tallies, changes, on)
    .filter(({ id }) => !done.has(id))
    .map((tally) => ({ ...tally, batchId: batch.id }));
}
