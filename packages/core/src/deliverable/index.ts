export { listSubmissionEvents } from "./list-submission-events.ts";
export type { HandedInFile, Submission } from "./submission.ts";
