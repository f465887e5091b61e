import { type CivilDate, civilDateOf, type Instant } from "../civil-date/index.ts";
import type { Act, Side } from "../party/index.ts";

/** A file as it was handed in: the hash of its content, and what people see of it. */
export interface HandedInFile {
  readonly file: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
}

/**
 * Something handed in for an obligation (`of`): a deliverable 交付物, a report, or the record of a service 服务记录. `piece` is
 * which one of several it is, from 1; `version` grows each time a piece that was returned is handed in again. `quantity` is
 * what it counts towards a quota, in the quota's unit; `performedOn` to `performedThrough` are the days of a service,
 * `people` its head-count. `submittedAt` is the instant that counts for being on time: the beginning of its day for what came
 * on paper, whose hour nobody knows.
 */
interface SubmissionFacts {
  readonly id: string;
  readonly of: string;
  readonly piece: number;
  readonly version: number;
  readonly quantity: number;
  readonly files: readonly HandedInFile[];
  readonly note?: string;
  readonly performedOn?: CivilDate;
  readonly performedThrough?: CivilDate;
  readonly people?: number;
  readonly submittedAt: Instant;
  readonly submitted: Act & { readonly side: Side };
}

export type Submission = SubmissionFacts &
  (
    | { readonly state: "submitted" }
    /** `despite`: why it was accepted although it falls short of the terms. */
    | { readonly state: "accepted"; readonly decided: Act & { readonly despite?: string } }
    | { readonly state: "returned"; readonly decided: Act & { readonly reason: string } }
    | { readonly state: "withdrawn"; readonly decided: Act & { readonly reason: string } }
  );

/** The last day of the work that a service's record shows; of anything else the day on which it was handed in. */
export function workDayOf({
  performedThrough,
  performedOn,
  submittedAt,
}: Pick<Submission, "performedThrough" | "performedOn" | "submittedAt">): CivilDate {
  return performedThrough ?? performedOn ?? civilDateOf(submittedAt);
}

/** The id of the event that a service was performed, which its accepted record stands for. */
export function performedEventOf(submission: string): string {
  return `${submission}_performed`;
}

/** Submissions by the obligation that they were handed in for, each in the order given. */
export function groupByObligation(
  submissions: readonly Submission[],
): ReadonlyMap<string, readonly Submission[]> {
  const groups = new Map<string, Submission[]>();
  for (const each of submissions) {
    const group = groups.get(each.of);
    if (group === undefined) groups.set(each.of, [each]);
    else group.push(each);
  }
  return groups;
}

/** The latest version of each piece that was handed in for an obligation, in the order of the pieces. */
export function latestVersions(submissions: readonly Submission[], of: string): Submission[] {
  const latest = new Map<number, Submission>();
  for (const each of submissions) {
    if (each.of !== of) continue;
    const known = latest.get(each.piece);
    if (known === undefined || known.version < each.version) latest.set(each.piece, each);
  }
  return [...latest.values()].toSorted((one, other) => one.piece - other.piece);
}

/** Whether an obligation is that of a duty, or one of its series. */
export function isOfDuty(obligation: string, kind: string, key: string): boolean {
  const own = `${kind}.${key}`;
  return obligation === own || obligation.startsWith(`${own}.`);
}
