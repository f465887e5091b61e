import { civilDateOf, type Instant } from "../civil-date/index.ts";
import { assessPiece, assessTimeliness, type Owed } from "./assess-timeliness.ts";
import { latestVersions, type Submission } from "./submission.ts";

/** How much of something was to be there, and how much of that came in time. */
export interface Punctuality {
  readonly owed: number;
  readonly inTime: number;
}

/**
 * How much of an obligation can be judged at `now`, in the quota's unit where it has one, and how much of that came in
 * time: all of it once its day is over, before that what has been accepted already. Nothing where no day is fixed, nor of
 * what waits for its check.
 */
export function countPunctual(
  owed: Owed,
  submissions: readonly Submission[],
  now: Instant,
): Punctuality | undefined {
  if (owed.dueOn === undefined) return undefined;
  const { quota } = owed;
  const { verdict } = assessTimeliness(owed, submissions, now);
  if (quota === undefined) {
    return verdict === "open" ? undefined : { owed: 1, inTime: verdict === "onTime" ? 1 : 0 };
  }
  const accepted = latestVersions(submissions, owed.key).filter(({ state }) => state === "accepted");
  const early = accepted.filter((piece) => assessPiece(piece, owed, now).verdict === "onTime");
  // Recorded as done by word, without anything handed in: then it is the word's day that counts.
  const word = accepted.length === 0 && owed.fulfilment !== undefined;
  if (word) return { owed: quota.count, inTime: verdict === "onTime" ? quota.count : 0 };
  const past = owed.dueOn < civilDateOf(now);
  const judged = past ? quota.count : Math.min(sumOf(accepted), quota.count);
  return judged === 0 ? undefined : { owed: judged, inTime: Math.min(sumOf(early), judged) };
}

function sumOf(pieces: readonly Submission[]): number {
  return pieces.reduce((sum, { quantity }) => sum + quantity, 0);
}
