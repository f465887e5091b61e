export { assessOverrun, proposeSettlement, type SettlementProposal } from "./assess-end.ts";
export { assessPayments, type PaymentAssessment, readLedger } from "./assess-payments.ts";
export { deadlineOf } from "./deadline-of.ts";
export { type DeriveOptions, deriveObligations } from "./derive-obligations.ts";
export type { FindingUnit } from "./derive-findings.ts";
export { readTermDates, type TermDates } from "./read-term-dates.ts";
export { closeObligations, outlivesContract } from "./outlive-contract.ts";
export { diffObligations, type ObligationDiff } from "./diff-obligations.ts";
export type { GateStatus } from "./evaluate-gates.ts";
export { findPhase, type Phase } from "./find-phase.ts";
export { findEventFaults } from "./find-event-faults.ts";
export { findEarlyOverrun } from "./find-overrun-faults.ts";
export {
  type FulfilledBy,
  type Obligation,
  type ObligationKind,
  obligationKindNames,
  obligationKindSchema,
  type ObligationShape,
  type Quota,
  type StatutoryDate,
} from "./obligation.ts";
export {
  isHeldByOther,
  type ObligationState,
  obligationStateNames,
  obligationStateSchema,
  stateOf,
} from "./state-of.ts";
