import { latestVersions, type Submission } from "@luyue/core/deliverable";
import { DomainError } from "@luyue/core/error";
import { withWork } from "@luyue/core/work";
import type { ContractState } from "../contract/contract.ts";
import { obligationsNow } from "../contract/obligations-now.ts";
import { hasPaymentBehind } from "../payment/has-payment-behind.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { changeSubmission } from "./change-submission.ts";
import { demandSubmission } from "./demand-submission.ts";
import { submissionWithReason } from "./submission-schemas.ts";

/**
 * An acceptance or a return was made in error: what was handed in waits for its check again, as on its first day; what a
 * payment rests on only once that has been taken back.
 */
export const reopenDeliverable = defineCommand({
  name: "deliverable.reopen",
  input: submissionWithReason,
  permission: "work:check",
  async decide(context, { reason, ...input }) {
    const { state, submission } = await demandSubmission(context, input, "accepted", "returned");
    demandLatest(submission, state);
    const { decided: _undone, ...facts } = submission;
    const after = { ...facts, state: "submitted" } as const;
    if (submission.state === "accepted") demandNoPayment(submission, after, state, context);
    return changeSubmission(state, submission, after, context, { reason });
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

/** Without it the duty may be done all the same, as where more was handed in than is owed: then no payment rests on it. */
function demandNoPayment(
  { id, of, decided }: Extract<Submission, { state: "accepted" }>,
  after: Submission,
  state: ContractState,
  context: CommandContext,
): void {
  if (!hasPaymentBehind({ gate: "deliverablesAccepted", of }, decided.at, state)) return;
  const work = withWork(state.work, { kind: "submission", id, submission: after });
  const duty = obligationsNow({ ...state, work }, context).find(({ key }) => key === of);
  if (duty?.fulfilment !== undefined) return;
  throw new DomainError("conflict", {
    zh: "通过后已申请、批准或支付以此为条件的款项，请先撤回或撤销该付款",
    en: "a payment that rests on this has been requested, approved or made since it was accepted: take it back first",
  });
}
