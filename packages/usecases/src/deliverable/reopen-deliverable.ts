import { latestVersions, type Submission } from "@luyue/core/deliverable";
import { DomainError } from "@luyue/core/error";
import type { ContractState } from "../contract/contract.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { changeSubmission } from "./change-submission.ts";
import { demandSubmission } from "./demand-submission.ts";
import { submissionWithReason } from "./submission-schemas.ts";

/** An acceptance or a return was made in error: what was handed in waits for its check again, as on its first day. */
export const reopenDeliverable = defineCommand({
  name: "deliverable.reopen",
  input: submissionWithReason,
  permission: "work:check",
  async decide(context, { reason, ...input }) {
    const { state, submission } = await demandSubmission(context, input, "accepted", "returned");
    demandLatest(submission, state);
    const { decided: _undone, ...facts } = submission;
    return changeSubmission(state, submission, { ...facts, state: "submitted" }, context, { reason });
  },
});

function demandLatest({ of, piece, version }: Submission, { work }: ContractState): void {
  const latest = latestVersions(work.submissions, of).find((each) => each.piece === piece);
  if (latest === undefined || latest.version === version) return;
  throw new DomainError("conflict", {
    zh: `已有第${latest.version}版，第${version}版不能恢复待核验`,
    en: `version ${latest.version} is there already: version ${version} is not checked again`,
  });
}
