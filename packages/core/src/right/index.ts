export { firstDay } from "./count-in-time.ts";
export type { CounterFacts, CounterStanding, LateObligation } from "./counter-standing.ts";
export { evaluateCounter } from "./evaluate-counter.ts";
export { assessRights, findTermsRights, type RightStanding, withoutNamed } from "./find-terms-rights.ts";
export { listRightEvents } from "./list-right-events.ts";
export type { Right } from "./right.ts";
export type { RightDecision } from "./right-decision.ts";
