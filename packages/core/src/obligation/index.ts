export { assessOverrun, proposeSettlement, settleByTime, type SettlementProposal } from "./assess-end.ts";
export { assessPayments, type PaymentAssessment, readLedger } from "./assess-payments.ts";
export { assessPace, type Checkpoint, listCheckpoints, type Pace } from "./assess-pace.ts";
export { createEventLog, earliestOf, type EventLog } from "./event-log.ts";
export { deadlineOf } from "./deadline-of.ts";
export { type DeriveOptions, deriveObligations } from "./derive-obligations.ts";
export { deriveRights } from "./derive-rights.ts";
export { readPenaltyAnswerDay } from "./derive-remedies.ts";
export type { FindingUnit } from "./derive-findings.ts";
export { readAnswerDay } from "./derive-scores.ts";
export { cutAtEnd, owedOfQuota, postponeEnd } from "./owed-at-end.ts";
export { isScoreOpen, readScorePeriods } from "./read-score-periods.ts";
export { readTermDates, type TermDates } from "./read-term-dates.ts";
export { closeObligations, outlivesContract } from "./outlive-contract.ts";
export { diffObligations, type ObligationDiff } from "./diff-obligations.ts";
export { listChecks, takesSubmissions } from "./in-check.ts";
export type { GateStatus } from "./evaluate-gates.ts";
export { goesOn } from "./goes-on.ts";
export { findReviewDay } from "./find-review-day.ts";
export { findPhase, type Phase } from "./find-phase.ts";
export { creditOf } from "./index-terms.ts";
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
export { findServiceDayFaults, isBeforeKeyPeriod, whyOutside } from "./service-days.ts";
export {
  listAwaited,
  readHold,
  type ObligationState,
  obligationStateNames,
  obligationStateSchema,
  stateOf,
} from "./state-of.ts";
