export {
  type Finding,
  findingSeverityNames,
  findingSeveritySchema,
  type FindingSeverity,
  findingStateNames,
  findingStateSchema,
  type FindingState,
  type FindingStep,
  type FindingStepKind,
  findingStepNames,
  findingStepSchema,
} from "./finding.ts";
export {
  type FindingBatch,
  findingIdOf,
  type FindingRow,
  findingsOf,
  recountBatch,
} from "./finding-batch.ts";
export {
  countsOf,
  type FindingCounts,
  type FindingTally,
  recount,
  tallyIdOf,
  totalOf,
  unclosedOf,
  unitOfTally,
} from "./finding-tally.ts";
export { listTallyEvents } from "./list-tally-events.ts";
export { type FindingFilter, matchesFinding } from "./matches-finding.ts";
export { lastAnswerOf, moveFinding, statesBefore } from "./move-finding.ts";
export type { ResponsibleUnit, UnitContact } from "./responsible-unit.ts";
export {
  type FindingsOverview,
  type FindingSummary,
  isOverdue,
  summariseTallies,
} from "./summarise-tallies.ts";
