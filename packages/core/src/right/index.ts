export type { Right } from "./right.ts";
export type { RightDecision } from "./right-decision.ts";
export { listRightEvents } from "./list-right-events.ts";
