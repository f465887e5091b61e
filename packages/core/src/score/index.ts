export { type ScheduledItem, listScheduled } from "./list-scheduled.ts";
export { findMarkFaults } from "./find-mark-faults.ts";
export { findScoreRights, findScoreTriggers, type ScoreTrigger } from "./find-score-triggers.ts";
export { listScoreEvents } from "./list-score-events.ts";
export { listScorePeriods, type ScoredSpan, type ScorePeriod } from "./list-score-periods.ts";
export { mergeScorePeriods, type VersionedPeriods } from "./merge-score-periods.ts";
export { listScoreYears } from "./list-score-years.ts";
export {
  givenSchema,
  isAnswerOpen,
  type ItemMarks,
  type PartMark,
  type ScoreAnswer,
  type ScoreSheet,
} from "./score-sheet.ts";
export { pointsOf, type WorkedSheet, workOutSheet } from "./work-out-sheet.ts";
export { type Grade, gradeOf, type YearScore, yearScore } from "./year-score.ts";
