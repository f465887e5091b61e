export { assessProgress, type ProgressRow } from "./assess-progress.ts";
export { countPunctual, type Punctuality } from "./count-punctual.ts";
export { assessPiece, assessTimeliness, dueOfPiece, type Timeliness } from "./assess-timeliness.ts";
export { findShortfalls } from "./find-shortfalls.ts";
export { listSubmissionEvents } from "./list-submission-events.ts";
export {
  type HandedInFile,
  groupByObligation,
  isOfDuty,
  latestVersions,
  type Submission,
  workDayOf,
} from "./submission.ts";
