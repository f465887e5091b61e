import type { Submission } from "@luyue/core/deliverable";
import { DomainError } from "@luyue/core/error";
import type { Text } from "@luyue/core/text";
import type { ContractState } from "../contract/contract.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import type { CommandContext } from "../runtime/define-command.ts";

interface SubmissionNamed {
  readonly contractId: string;
  readonly submissionId: string;
}

/** A submission in one of the states that a command takes, with its contract. Throws `notFound`, or `conflict` in another state. */
export async function demandSubmission<S extends Submission["state"]>(
  context: CommandContext,
  { contractId, submissionId }: SubmissionNamed,
  ...wanted: readonly S[]
): Promise<{ readonly state: ContractState; readonly submission: Extract<Submission, { state: S }> }> {
  const state = await demandRunningContract(context, contractId);
  const submission = state.work.submissions.find(({ id }) => id === submissionId);
  if (submission === undefined) {
    throw new DomainError("notFound", { zh: "找不到该提交", en: "no such submission" });
  }
  if (!isIn(submission, wanted)) throw notInState(submission);
  return { state, submission };
}

function isIn<S extends Submission["state"]>(
  submission: Submission,
  wanted: readonly S[],
): submission is Extract<Submission, { state: S }> {
  return wanted.some((each) => each === submission.state);
}

const stateNames: Readonly<Record<Submission["state"], Text>> = {
  submitted: { zh: "待核验", en: "waiting for its check" },
  accepted: { zh: "已通过", en: "accepted" },
  returned: { zh: "已退回", en: "returned" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
};

function notInState({ state }: Submission): DomainError {
  const { zh, en } = stateNames[state];
  return new DomainError("conflict", {
    zh: `该提交为“${zh}”状态，不能进行此操作`,
    en: `the submission is ${en}: this cannot be done`,
  });
}
