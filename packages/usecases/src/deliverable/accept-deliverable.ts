import { findShortfalls, type Submission } from "@luyue/core/deliverable";
import { DomainError, type Fault } from "@luyue/core/error";
import * as z from "zod";
import type { ContractState } from "../contract/contract.ts";
import { obligationsNow } from "../contract/obligations-now.ts";
import { actOf } from "../payment/demand-payment.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { changeSubmission } from "./change-submission.ts";
import { demandSubmission } from "./demand-submission.ts";
import { submissionInput } from "./submission-schemas.ts";

/**
 * What was handed in has been found good by somebody else than who handed it in: it counts. Where it falls short of the terms,
 * the reason for accepting it all the same (`despite`) is demanded and stands on the record.
 */
export const acceptDeliverable = defineCommand({
  name: "deliverable.accept",
  input: submissionInput.extend({ despite: z.string().trim().min(1).max(1000).optional() }),
  permission: "work:check",
  async decide(context, { despite, ...input }) {
    const { state, submission } = await demandSubmission(context, input, "submitted");
    demandOtherHands(submission, context);
    const shortfalls = findFaults(submission, state, context);
    demandReason(shortfalls, despite);
    const reason = shortfalls.length === 0 ? undefined : despite;
    const decided = { ...actOf(context), ...(reason === undefined ? {} : { despite: reason }) };
    return changeSubmission(state, submission, { ...submission, state: "accepted", decided }, context, {
      reason,
      more: shortfalls.length === 0 ? {} : { shortfalls },
    });
  },
});

function demandOtherHands({ submitted }: Submission, { actor }: CommandContext): void {
  if (submitted.actorId !== actor.id) return;
  throw new DomainError("forbidden", {
    zh: "本人提交的内容须由他人核验",
    en: "what you have handed in yourself is for somebody else to check",
  });
}

function findFaults(submission: Submission, state: ContractState, context: CommandContext): Fault[] {
  const obligations = obligationsNow(state, context);
  return findShortfalls(submission, {
    terms: state.terms.terms,
    obligations,
    submissions: state.work.submissions,
  });
}

function demandReason(shortfalls: readonly Fault[], despite: string | undefined): void {
  if (shortfalls.length === 0 || despite !== undefined) return;
  const many = shortfalls.length;
  throw new DomainError(
    "conflict",
    {
      zh: `有${many}处不符合约定：请退回，或说明为何仍予通过（despite）`,
      en: `it falls short of the terms in ${many === 1 ? "one place" : `${many} places`}: return it, or say in \`despite\` why to accept it`,
    },
    shortfalls,
  );
}
