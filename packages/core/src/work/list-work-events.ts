import { listRoundEvents } from "../acceptance/index.ts";
import { listBondEvents } from "../bond/index.ts";
import { listSubmissionEvents } from "../deliverable/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { listTallyEvents } from "../finding/index.ts";
import { listIncidentEvents } from "../incident/index.ts";
import { listPenaltyEvents } from "../penalty/index.ts";
import { listPersonEvents, listStaffChangeEvents } from "../people/index.ts";
import { listRightEvents } from "../right/index.ts";
import { listScoreEvents } from "../score/index.ts";
import { type ContractWork, talliesOf } from "./contract-work.ts";

/** What a contract's work means for its dates, as events; their ids follow from those of the things. */
export function listWorkEvents(work: ContractWork): ContractEvent[] {
  const { submissions, rounds, sheets, incidents, penalties, rights, bonds, people, changes } = work;
  return [
    ...submissions.flatMap(listSubmissionEvents),
    ...rounds.flatMap(listRoundEvents),
    ...sheets.flatMap(listScoreEvents),
    ...talliesOf(work).flatMap(listTallyEvents),
    ...incidents.flatMap(listIncidentEvents),
    ...penalties.flatMap(listPenaltyEvents),
    ...rights.flatMap(listRightEvents),
    ...bonds.flatMap(listBondEvents),
    ...people.flatMap(listPersonEvents),
    ...changes.flatMap(listStaffChangeEvents),
  ];
}
