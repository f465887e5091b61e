export { applyCaps, type Cap, listCaps, usedOfCap } from "./apply-caps.ts";
export {
  countsAgainstVendor,
  isAmong,
  isOfSubject,
  lateDaysOf,
  listOccasions,
  type Occasion,
  type OccasionFacts,
  type Reached,
} from "./list-occasions.ts";
export { listPenaltyEvents } from "./list-penalty-events.ts";
export type { Penalty, PenaltyAnswer, PenaltyCollection, PenaltyCut, PenaltySum } from "./penalty.ts";
export { isInTier, resolveRuleSum, type RuleQuantity, type RuleSum } from "./resolve-rule-sum.ts";
export { isLivePenalty, type PenaltyStanding, standingOfPenalty } from "./standing-of-penalty.ts";
