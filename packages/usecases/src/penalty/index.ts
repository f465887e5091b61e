export { answerPenalty } from "./answer-penalty.ts";
export {
  claimPenaltyOnBond,
  recordPenaltyPaid,
  revokeCollection,
  setOffPenalty,
  waivePenalty,
} from "./collect-penalty.ts";
export { dismissPenalty, imposePenalty, withdrawPenalty } from "./decide-penalty.ts";
export { proposePenalty, proposePenaltyByRule } from "./propose-penalty.ts";
export { type PenaltyNotice, readPenaltyNotice } from "./read-notice.ts";
export {
  type CapReading,
  type PenaltyReading,
  readOccasions,
  readPenalties,
  readPenalty,
} from "./read-penalties.ts";
