import { listRoundEvents } from "../acceptance/index.ts";
import { listSubmissionEvents } from "../deliverable/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { listTallyEvents } from "../finding/index.ts";
import { listScoreEvents } from "../score/index.ts";
import type { ContractWork } from "./contract-work.ts";

/** What a contract's work means for its dates, as events; their ids follow from those of the things. */
export function listWorkEvents({ submissions, rounds, sheets, tallies }: ContractWork): ContractEvent[] {
  return [
    ...submissions.flatMap(listSubmissionEvents),
    ...rounds.flatMap(listRoundEvents),
    ...sheets.flatMap(listScoreEvents),
    ...tallies.flatMap(listTallyEvents),
  ];
}
