import { listRoundEvents } from "../acceptance/index.ts";
import { listSubmissionEvents } from "../deliverable/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { listTallyEvents } from "../finding/index.ts";
import { listScoreEvents } from "../score/index.ts";
import { type ContractWork, talliesOf } from "./contract-work.ts";

/** What a contract's work means for its dates, as events; their ids follow from those of the things. */
export function listWorkEvents(work: ContractWork): ContractEvent[] {
  const { submissions, rounds, sheets } = work;
  return [
    ...submissions.flatMap(listSubmissionEvents),
    ...rounds.flatMap(listRoundEvents),
    ...sheets.flatMap(listScoreEvents),
    ...talliesOf(work).flatMap(listTallyEvents),
  ];
}
