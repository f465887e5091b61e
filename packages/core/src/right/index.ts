export {
  type CounterFacts,
  type CounterStanding,
  evaluateCounter,
  firstDay,
  type LateObligation,
} from "./evaluate-counter.ts";
export { assessRights, findTermsRights, type RightStanding, withoutNamed } from "./find-terms-rights.ts";
export { listRightEvents } from "./list-right-events.ts";
export type { Right } from "./right.ts";
export type { RightDecision } from "./right-decision.ts";
