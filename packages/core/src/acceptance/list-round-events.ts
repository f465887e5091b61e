import type { ContractEvent } from "../event/index.ts";
import type { AcceptanceRound } from "./acceptance-round.ts";

const settlingEvents = {
  objected: "acceptanceObjected",
  failed: "acceptanceFailed",
  passed: "acceptancePassed",
} as const;

/**
 * What a round means for a contract's dates: the application, and the word that settled it. One taken back means nothing. A word
 * after one that was made in error is another event: what follows from it (a plan, a rectification) is owed anew.
 */
export function listRoundEvents(round: AcceptanceRound): ContractEvent[] {
  if (round.state === "withdrawn") return [];
  const { id, of, appliedOn, applied, reopened = 0 } = round;
  const application: ContractEvent = { id, kind: "acceptanceApplied", of, on: appliedOn, by: applied.side };
  if (round.state === "applied") return [application];
  const until = "rectifyBy" in round.settled ? round.settled.rectifyBy : undefined;
  const settling: ContractEvent = {
    id: reopened === 0 ? `${id}_${round.state}` : `${id}_${round.state}_${reopened + 1}`,
    kind: settlingEvents[round.state],
    of,
    on: round.settled.on,
    ...(until === undefined ? {} : { until }),
  };
  return [application, settling];
}
