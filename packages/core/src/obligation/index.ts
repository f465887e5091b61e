export { type DeriveOptions, deriveObligations } from "./derive-obligations.ts";
export { diffObligations, type ObligationDiff } from "./diff-obligations.ts";
export { findEventFaults } from "./find-event-faults.ts";
export {
  type FulfilledBy,
  type Obligation,
  type ObligationKind,
  obligationKindNames,
  obligationKindSchema,
  type ObligationShape,
  type Quota,
} from "./obligation.ts";
export {
  isHeldByOther,
  type ObligationState,
  obligationStateNames,
  obligationStateSchema,
  stateOf,
} from "./state-of.ts";
