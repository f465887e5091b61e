export { demandRectification, terminateByRight } from "./exercise-right.ts";
export { letRightGo, withdrawRightDecision } from "./let-right-go.ts";
export { type ContractRights, readRights } from "./read-rights.ts";
export { previewTermination } from "./plan-termination.ts";
