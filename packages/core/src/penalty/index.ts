export type { Penalty, PenaltyAnswer, PenaltyCollection, PenaltyCut, PenaltySum } from "./penalty.ts";
export { listPenaltyEvents } from "./list-penalty-events.ts";
