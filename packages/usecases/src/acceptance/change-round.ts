import type { AcceptanceRound } from "@luyue/core/acceptance";
import type { ContractState } from "../contract/contract.ts";
import { changeLine } from "../contract/change-line.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import type { CommandContext, Decision } from "../runtime/define-command.ts";

interface RoundAnswer {
  readonly id: string;
  readonly of: string;
  readonly number: number;
  readonly state: AcceptanceRound["state"];
}

/** The decision that puts a round into its next shape: the contract's dates follow, what changed stands on the record. */
export function changeRound(
  state: ContractState,
  before: AcceptanceRound,
  after: AcceptanceRound,
  context: CommandContext,
  reason?: string,
): Decision<RoundAnswer> {
  return decideEntry(state, { kind: "round", id: after.id, round: after }, context, {
    answer: answerOf(after),
    subject: after.id,
    ...changeLine("round", before, after),
    ...(reason === undefined ? {} : { reason }),
  });
}

export function answerOf({ id, of, number, state }: AcceptanceRound): RoundAnswer {
  return { id, of, number, state };
}

/** A round without what settled it: open, with its assessment, signatures and statement as they are. */
export function unsettled(round: AcceptanceRound): Extract<AcceptanceRound, { state: "applied" }> {
  const { id, of, number, reopened, appliedOn, applied, assessment, statement } = round;
  return {
    id,
    of,
    number,
    ...(reopened === undefined ? {} : { reopened }),
    appliedOn,
    applied,
    ...(assessment === undefined ? {} : { assessment }),
    ...(statement === undefined ? {} : { statement }),
    state: "applied",
  };
}
