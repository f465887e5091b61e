import type { Obligation } from "../../obligation/obligation-queries.ts";
import type { ProgressRow, Submission } from "./work-queries.ts";

/** What was handed in for one thing, each piece by its latest version, and what can be handed in for it next. */
export interface Pieces {
  readonly inCheck: readonly Submission[];
  readonly returned: readonly Submission[];
  readonly accepted: readonly Submission[];
  /** What nothing waits for its check for: overdue first, then by its day, of those not begun the first. */
  readonly toHandIn: readonly Obligation[];
}

/** A service, deliverable or report with all that is owed for it and was handed in. */
export interface WorkLine extends Pieces {
  readonly row: ProgressRow;
  /** Not fulfilled, by their days. */
  readonly obligations: readonly Obligation[];
}

export function listWorkLines(
  rows: readonly ProgressRow[],
  obligations: readonly Obligation[],
  submissions: readonly Submission[],
): WorkLine[] {
  return rows.map((row) => {
    const key = keyOf(row);
    const own = (of: string) => of === key || of.startsWith(`${key}.`);
    const owed = obligations.filter((each) => own(each.key)).toSorted(byDay);
    const pieces = listPieces(
      owed,
      submissions.filter(({ of }) => own(of)),
    );
    return { row, obligations: owed, ...pieces };
  });
}

export function keyOf({ kind, key }: Pick<ProgressRow, "kind" | "key">): string {
  return `${kind}.${key}`;
}

/** `submissions` the newest first, as the API lists them; within one instant their order says nothing. */
export function listPieces(obligations: readonly Obligation[], submissions: readonly Submission[]): Pieces {
  const latest = new Map<string, Submission>();
  for (const each of submissions) {
    const place = `${each.of}|${each.piece}`;
    const known = latest.get(place);
    if (known === undefined || known.version < each.version) latest.set(place, each);
  }
  const stand = (state: Submission["state"]) => [...latest.values()].filter((each) => each.state === state);
  const [inCheck, returned] = [stand("submitted"), stand("returned")];
  const taken = new Set([...inCheck, ...returned].map(({ of }) => of));
  const free = obligations.filter((each) => takesSeveral(each) || !taken.has(each.key));
  const begun = free.filter(({ state }) => state !== "upcoming" && state !== "waiting");
  const next = free.filter(({ state }) => state === "upcoming").slice(0, 1);
  return { inCheck, returned, accepted: stand("accepted"), toHandIn: [...begun, ...next] };
}

/** Each thing handed in is a piece of its own. */
function takesSeveral({ quota, state }: Obligation): boolean {
  return quota !== null || state === "ongoing" || state === "ended";
}

function byDay(one: Obligation, other: Obligation): number {
  const [left, right] = [one, other].map(({ dueOn, windowOpensOn }) => dueOn ?? windowOpensOn ?? "9999");
  return (left ?? "") < (right ?? "") ? -1 : 1;
}
