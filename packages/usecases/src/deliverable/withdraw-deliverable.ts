import { DomainError } from "@luyue/core/error";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { changeSubmission } from "./change-submission.ts";
import { demandSubmission } from "./demand-submission.ts";
import { submissionWithReason } from "./submission-schemas.ts";

/** Takes back 撤回 what was handed in before it has been checked. A vendor takes back what its own people handed in. */
export const withdrawDeliverable = defineCommand({
  name: "deliverable.withdraw",
  input: submissionWithReason,
  permission: "work:submit",
  async decide(context, { reason, ...input }) {
    const { state, submission } = await demandSubmission(context, input, "submitted");
    if (context.actor.kind === "partner" && submission.submitted.side !== "vendor") {
      throw new DomainError("forbidden", {
        zh: "该提交由采购单位登记，请联系采购单位撤回",
        en: "the agency has entered this: ask the agency to take it back",
      });
    }
    const decided = { ...actOf(context), reason };
    return changeSubmission(state, submission, { ...submission, state: "withdrawn", decided }, context, {
      reason,
    });
  },
});
