import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { changeSubmission } from "./change-submission.ts";
import { demandSubmission } from "./demand-submission.ts";
import { submissionWithReason } from "./submission-schemas.ts";

/** Sends back 退回 what was handed in, with the reason: it is the vendor's again, who hands in the next version. */
export const returnDeliverable = defineCommand({
  name: "deliverable.return",
  input: submissionWithReason,
  permission: "work:check",
  async decide(context, { reason, ...input }) {
    const { state, submission } = await demandSubmission(context, input, "submitted");
    const decided = { ...actOf(context), reason };
    return changeSubmission(state, submission, { ...submission, state: "returned", decided }, context, {
      reason,
    });
  },
});
