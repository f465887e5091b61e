import { civilDateOf, type Instant } from "../civil-date/index.ts";
import { goesOn } from "../obligation/index.ts";
import { assessPiece, assessTimeliness, dueOfPiece, type Owed } from "./assess-timeliness.ts";
import { latestVersions, type Submission } from "./submission.ts";

/** How much of something was to be there, and how much of that came in time. */
export interface Punctuality {
  readonly owed: number;
  readonly inTime: number;
}

/**
 * How much of an obligation can be judged at `now`, in the quota's unit where it has one, and how much of that came in
 * time: all of it once its day is over, before that what has been accepted already. Of what goes on (on call, an allowance)
 * nothing is owed, and only what was accepted is judged where it has a day. Nothing where no day is fixed, nor of what waits
 * for its check.
 */
export function countPunctual(
  owed: Owed,
  submissions: readonly Submission[],
  now: Instant,
): Punctuality | undefined {
  if (dueOfPiece(owed).dueOn === undefined) return undefined;
  const { quota } = owed;
  const { verdict } = assessTimeliness(owed, submissions, now);
  if (quota === undefined) {
    return verdict === "open" ? undefined : { owed: 1, inTime: verdict === "onTime" ? 1 : 0 };
  }
  const accepted = latestVersions(submissions, owed.key).filter(({ state }) => state === "accepted");
  const early = accepted.filter((piece) => assessPiece(piece, owed, now).verdict === "onTime");
  const judged = countJudged(owed, quota.count, sumOf(accepted), now);
  if (judged === 0) return undefined;
  // Reached in time, be it with what the agency recorded by word: that has no piece to be judged by itself.
  const reached = owed.fulfilment !== undefined && verdict === "onTime";
  return { owed: judged, inTime: reached ? judged : Math.min(sumOf(early), judged) };
}

function countJudged(owed: Owed, count: number, accepted: number, now: Instant): number {
  if (goesOn(owed)) return accepted;
  const byWord = accepted === 0 && owed.fulfilment !== undefined;
  const past = owed.dueOn !== undefined && owed.dueOn < civilDateOf(now);
  return byWord || past ? count : Math.min(accepted, count);
}

function sumOf(pieces: readonly Submission[]): number {
  return pieces.reduce((sum, { quantity }) => sum + quantity, 0);
}
