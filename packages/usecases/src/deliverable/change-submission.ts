import type { Submission } from "@luyue/core/deliverable";
import type { ContractState } from "../contract/contract.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import type { CommandContext, Decision } from "../runtime/define-command.ts";

interface SubmissionAnswer {
  readonly id: string;
  readonly of: string;
  readonly piece: number;
  readonly version: number;
  readonly quantity: number;
  readonly state: Submission["state"];
}

export function answerOf({ id, of, piece, version, quantity, state }: Submission): SubmissionAnswer {
  return { id, of, piece, version, quantity, state };
}

/** The decision that puts a submission into its next state; what it fulfils, or no longer does, follows. */
export function changeSubmission(
  state: ContractState,
  before: Submission,
  after: Submission,
  context: CommandContext,
  line: { readonly reason?: string | undefined; readonly more?: object } = {},
): Decision<SubmissionAnswer> {
  const { id } = after;
  return decideEntry(state, { kind: "submission", id, submission: after }, context, {
    answer: answerOf(after),
    subject: id,
    before: { submission: before },
    after: { submission: after, ...line.more },
    ...(line.reason === undefined ? {} : { reason: line.reason }),
  });
}
