export { acceptDeliverable } from "./accept-deliverable.ts";
export { type ListedSubmission, listSubmissions } from "./list-submissions.ts";
export { type ContractProgress, readProgress } from "./read-progress.ts";
export { reopenDeliverable } from "./reopen-deliverable.ts";
export { returnDeliverable } from "./return-deliverable.ts";
export { submitDeliverable } from "./submit-deliverable.ts";
export { withdrawDeliverable } from "./withdraw-deliverable.ts";
