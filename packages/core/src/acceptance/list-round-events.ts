import type { ContractEvent } from "../event/index.ts";
import type { AcceptanceRound } from "./acceptance-round.ts";

const settlingEvents = {
  objected: "acceptanceObjected",
  failed: "acceptanceFailed",
  passed: "acceptancePassed",
} as const;

/** What a round means for a contract's dates: the application, and the word that settled it. One taken back means nothing. */
export function listRoundEvents(round: AcceptanceRound): ContractEvent[] {
  if (round.state === "withdrawn") return [];
  const { id, of, appliedOn, applied } = round;
  const application: ContractEvent = { id, kind: "acceptanceApplied", of, on: appliedOn, by: applied.side };
  if (round.state === "applied") return [application];
  const until = "rectifyBy" in round.settled ? round.settled.rectifyBy : undefined;
  const settling: ContractEvent = {
    id: `${id}_${round.state}`,
    kind: settlingEvents[round.state],
    of,
    on: round.settled.on,
    ...(until === undefined ? {} : { until }),
  };
  return [application, settling];
}
