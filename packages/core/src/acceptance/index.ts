export type {
  AcceptanceRound,
  Acceptor,
  AcceptorSignature,
  Assessment,
  CriterionResult,
  MeasuredCriterion,
} from "./acceptance-round.ts";
export { type AcceptanceStanding, assessAcceptance, type OpenRound } from "./assess-acceptance.ts";
export { findAcceptanceRights } from "./find-acceptance-rights.ts";
export { listRoundEvents } from "./list-round-events.ts";
export { type Criterion, measureCriteria } from "./measure-criteria.ts";
