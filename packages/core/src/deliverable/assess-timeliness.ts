import {
  type CivilDate,
  civilDateOf,
  daysBetween,
  fromEpochMs,
  type Instant,
  toEpochMs,
} from "../civil-date/index.ts";
import type { Obligation } from "../obligation/index.ts";
import type { Text } from "../text/index.ts";
import { latestVersions, performedEventOf, type Submission, workDayOf } from "./submission.ts";

/** Whether something came in time: `lateDays` is how many days after its own, 0 where only the hour had passed. */
export interface Timeliness {
  readonly verdict: "onTime" | "late" | "open" | "overdue";
  readonly lateDays?: number;
  readonly why: Text;
}

/** What is owed, as far as its being in time depends on it. */
export type Owed = Pick<Obligation, "key" | "kind" | "shape" | "dueOn" | "dueAt" | "quota" | "fulfilment">;

/**
 * Whether one piece came in time at `now`. What was accepted in the end counts by the day on which that version was handed
 * in, however long the check took and whatever became of earlier versions; the record of a service by the last day of the
 * work. What waits for its check is nobody's delay.
 */
export function assessPiece(submission: Submission, owed: Owed, now: Instant): Timeliness {
  const due = dueOfPiece(owed);
  const done = doneBy(submission, owed);
  switch (submission.state) {
    case "accepted":
      return judge(done, due);
    case "submitted":
      return { verdict: "open", why: joined(judge(done, due).why, inCheck) };
    case "returned":
    case "withdrawn": {
      const on = civilDateOf(submission.decided.at);
      const taken = submission.state === "returned" ? returned(on) : withdrawn(on);
      const missing = judgeMissing(due, now);
      return { ...missing, why: joined(taken, missing.why) };
    }
  }
}

/**
 * Whether an obligation was met in time at `now`: by its accepted piece, a quota by the one that completed it, or by what
 * the agency recorded itself; once it was met, whatever is done beyond it changes nothing.
 */
export function assessTimeliness(owed: Owed, submissions: readonly Submission[], now: Instant): Timeliness {
  const latest = latestVersions(submissions, owed.key);
  const completing = findCompleting(latest, owed);
  const { fulfilment, quota } = owed;
  const metOn = fulfilment?.on;
  const metBefore = completing !== undefined && metOn !== undefined && metOn < doneBy(completing, owed).on;
  if (completing !== undefined && !metBefore) return assessPiece(completing, owed, now);
  if (fulfilment !== undefined) return judge(metBy(fulfilment, latest), dueOfPiece(owed));
  const last = latest.at(-1);
  if (last !== undefined && quota === undefined) return assessPiece(last, owed, now);
  const waiting = latest.filter(({ state }) => state === "submitted");
  const missing = judgeMissing(dueOfPiece(owed), now);
  if (quota === undefined) return missing;
  const held = waiting.length > 0 && quota.done + sumOf(waiting) >= quota.count;
  const progress = { zh: `已完成${quota.done}/${quota.count}`, en: `${quota.done} of ${quota.count} done` };
  return held
    ? { verdict: "open", why: joined(progress, inCheck) }
    : { ...missing, why: joined(progress, missing.why) };
}

/** The accepted piece with which an obligation was met, in the order in which they were done. */
function findCompleting(latest: readonly Submission[], owed: Owed): Submission | undefined {
  const { quota } = owed;
  let rest = quota?.count ?? 1;
  const accepted = latest
    .filter(({ state }) => state === "accepted")
    .toSorted((one, other) => (orderOf(one, owed) < orderOf(other, owed) ? -1 : 1));
  for (const piece of accepted) {
    rest -= quota === undefined ? 1 : piece.quantity;
    if (rest <= 0) return piece;
  }
  return undefined;
}

function orderOf(submission: Submission, { kind }: Owed): string {
  return kind === "service" ? workDayOf(submission) : fromEpochMs(toEpochMs(submission.submittedAt));
}

function sumOf(pieces: readonly Submission[]): number {
  return pieces.reduce((sum, { quantity }) => sum + quantity, 0);
}

type Due = Pick<Obligation, "dueOn" | "dueAt">;

/** What goes on, or is done when it is asked for, has no day by which a piece of it is due. */
export function dueOfPiece({ shape, dueOn, dueAt }: Pick<Obligation, "shape" | "dueOn" | "dueAt">): Due {
  if (shape === "continuous" || shape === "onDemand") return {};
  return { ...(dueOn === undefined ? {} : { dueOn }), ...(dueAt === undefined ? {} : { dueAt }) };
}

interface Done {
  readonly on: CivilDate;
  readonly at?: Instant;
  readonly verb: Text;
}

const submitted: Text = { zh: "提交", en: "handed in" };
const performed: Text = { zh: "完成", en: "performed" };
const recorded: Text = { zh: "登记履行", en: "recorded as done" };
const inCheck: Text = { zh: "待甲方核验", en: "waits for the buyer's check" };
const returned = (on: CivilDate): Text => ({ zh: `${on} 被退回`, en: `returned on ${on}` });
const withdrawn = (on: CivilDate): Text => ({ zh: `${on} 已撤回`, en: `taken back on ${on}` });

function doneBy(submission: Submission, { kind }: Owed): Done {
  if (kind === "service") return { on: workDayOf(submission), verb: performed };
  const at = submission.submittedAt;
  return { on: civilDateOf(at), at, verb: submitted };
}

/** With which event it was met: a record of the service, or the agency's own word. */
function metBy({ eventId, on }: NonNullable<Owed["fulfilment"]>, latest: readonly Submission[]): Done {
  const piece = latest.some(({ id }) => eventId === performedEventOf(id));
  return { on, verb: piece ? performed : recorded };
}

function judge({ on, at, verb }: Done, { dueOn, dueAt }: Due): Timeliness {
  if (dueOn === undefined) {
    return {
      verdict: "onTime",
      why: { zh: `${on} ${verb.zh}，未约定期限`, en: `${verb.en} on ${on}; no day is agreed` },
    };
  }
  const late = dueAt === undefined || at === undefined ? on > dueOn : toEpochMs(at) > toEpochMs(dueAt);
  const lateDays = late ? daysBetween(dueOn, on) : undefined;
  const hour = lateDays === 0 && at !== undefined ? ` ${hourOf(at)}` : "";
  const facts = {
    zh: `${on}${hour} ${verb.zh}，期限 ${deadline(dueOn, dueAt)}`,
    en: `${verb.en} on ${on}${hour}, due ${deadline(dueOn, dueAt)}`,
  };
  if (lateDays === undefined) return { verdict: "onTime", why: facts };
  return { verdict: "late", lateDays, why: joined(facts, byDays(lateDays)) };
}

function judgeMissing({ dueOn, dueAt }: Due, now: Instant): Timeliness {
  if (dueOn === undefined) return { verdict: "open", why: { zh: "尚无期限", en: "no day yet" } };
  const today = civilDateOf(now);
  const passed = dueAt === undefined ? today > dueOn : toEpochMs(now) > toEpochMs(dueAt);
  const due = { zh: `期限 ${deadline(dueOn, dueAt)}`, en: `due ${deadline(dueOn, dueAt)}` };
  if (!passed) return { verdict: "open", why: due };
  const lateDays = daysBetween(dueOn, today);
  return { verdict: "overdue", lateDays, why: joined(due, byDays(lateDays)) };
}

function deadline(dueOn: CivilDate, dueAt: Instant | undefined): string {
  return dueAt === undefined ? dueOn : `${dueOn} ${hourOf(dueAt)}`;
}

/** HH:MM in Asia/Shanghai. */
function hourOf(at: Instant): string {
  return fromEpochMs(toEpochMs(at)).slice(11, 16);
}

function byDays(days: number): Text {
  if (days === 0) return { zh: "当日已过时限", en: "past the hour" };
  return { zh: `逾期${days}天`, en: days === 1 ? "1 day late" : `${days} days late` };
}

function joined(one: Text, other: Text): Text {
  return { zh: `${one.zh}，${other.zh}`, en: `${one.en}; ${other.en}` };
}
