import { toEpochMs } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { compareEvents, type ContractEvent, eventDate } from "../event/index.ts";
import type { EventLog } from "./event-log.ts";

/** A round 轮次 of an acceptance as events have it: an application, and the buyer's word that settled it. */
interface EventRound {
  readonly application: ContractEvent;
  readonly answer?: ContractEvent;
}

/**
 * The applications for an acceptance in order, each with the objection, failure or pass that settled it. A word
 * settles every application before it that is still open; on the same day and without hours, the first one.
 */
export function listRounds(log: EventLog, acceptance: string): EventRound[] {
  const rounds: { application: ContractEvent; answer?: ContractEvent }[] = log
    .all("acceptanceApplied", acceptance)
    .map((application) => ({ application }));
  const answers = (["acceptanceObjected", "acceptanceFailed", "acceptancePassed"] as const)
    .flatMap((kind) => log.all(kind, acceptance))
    .toSorted(compareEvents);
  for (const answer of answers) {
    const open = rounds.filter((round) => round.answer === undefined);
    const before = open.filter(({ application }) => isBefore(application, answer));
    const sameTime = open.find(({ application }) => !isBefore(answer, application));
    for (const round of before.length > 0 || sameTime === undefined ? before : [sameTime]) {
      round.answer = answer;
    }
  }
  return rounds;
}

/** The application that the buyer has to decide on, or passed: none where the last one met an objection or failed. */
export function findApplication(log: EventLog, acceptance: string): ContractEvent | undefined {
  return listRounds(log, acceptance).find(
    ({ answer }) => answer === undefined || answer.kind === "acceptancePassed",
  )?.application;
}

type Limited = Pick<NonNullable<ContractTerms["acceptances"]>[number], "key" | "rectifications">;

/** Whether the vendor has to put something right after this objection or failure: not past the last rectification. */
export function givesRectification(
  event: ContractEvent,
  { key, rectifications }: Limited,
  log: EventLog,
): boolean {
  if (event.kind === "acceptanceObjected" || event.until !== undefined) return true;
  if (rectifications === undefined) return true;
  const within = log.all("acceptanceFailed", key).slice(0, rectifications);
  return within.some(({ id }) => id === event.id);
}

/** The objection or failure after which nobody has applied again. */
export function findSentBack(log: EventLog, acceptance: string): ContractEvent | undefined {
  const answer = listRounds(log, acceptance).at(-1)?.answer;
  return answer?.kind === "acceptancePassed" ? undefined : answer;
}

/** Whether it is for the vendor to act: the last round was sent back for a rectification, and nobody has applied since. */
export function isRectifying(acceptance: Limited, log: EventLog): boolean {
  const sentBack = findSentBack(log, acceptance.key);
  return sentBack !== undefined && givesRectification(sentBack, acceptance, log);
}

/** The last application that followed a round that was sent back. */
export function findLastReapplication(log: EventLog, acceptance: string): ContractEvent | undefined {
  const rounds = listRounds(log, acceptance);
  return rounds.findLast((_, at) => rounds[at - 1]?.answer !== undefined)?.application;
}

/** The application that follows an objection or a failure: the first one that it did not settle. */
export function findReapplication(
  log: EventLog,
  acceptance: string,
  sentBack: ContractEvent,
): ContractEvent | undefined {
  const rounds = listRounds(log, acceptance);
  const last = rounds.findLastIndex(({ answer }) => answer?.id === sentBack.id);
  if (last >= 0) return rounds[last + 1]?.application;
  return rounds.find(({ application }) => isBefore(sentBack, application))?.application;
}

function isBefore(a: ContractEvent, b: ContractEvent): boolean {
  if (a.at !== undefined && b.at !== undefined) return toEpochMs(a.at) < toEpochMs(b.at);
  return eventDate(a) < eventDate(b);
}
