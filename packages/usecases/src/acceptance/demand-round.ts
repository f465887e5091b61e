import type { AcceptanceRound } from "@luyue/core/acceptance";
import { titleText } from "@luyue/core/contract";
import { DomainError } from "@luyue/core/error";
import type { Text } from "@luyue/core/text";
import type { ContractState } from "../contract/contract.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import type { CommandContext } from "../runtime/define-command.ts";

interface RoundIds {
  readonly contractId: string;
  readonly roundId: string;
}

/** A round of a contract that is not closed. Throws `notFound` or `conflict`. */
export async function demandRound(context: CommandContext, { contractId, roundId }: RoundIds) {
  const state = await demandRunningContract(context, contractId);
  const round = state.work.rounds.find(({ id }) => id === roundId);
  if (round === undefined) throw noSuchRound();
  return { state, round };
}

/** A round that has been applied for and is not settled. Throws `notFound` or `conflict`. */
export async function demandOpenRound(context: CommandContext, ids: RoundIds) {
  const { state, round } = await demandRound(context, ids);
  if (!isOpen(round)) throw notInState(round);
  return { state, round };
}

export function noSuchRound(): DomainError {
  return new DomainError("notFound", { zh: "找不到该轮验收", en: "no such round of acceptance" });
}

/** The terms of the acceptance that a round is of; none where an amendment has taken it away. */
export function acceptanceOf({ terms }: ContractState, of: string) {
  return terms.terms.acceptances?.find(({ key }) => key === of);
}

/** An acceptance by its name. */
export function nameOfAcceptance(state: ContractState, of: string): Text {
  const acceptance = acceptanceOf(state, of);
  return acceptance === undefined ? { zh: of, en: of } : titleText(acceptance.title);
}

const stateNames: Readonly<Record<AcceptanceRound["state"], string>> = {
  applied: "已申请",
  objected: "已提出异议",
  failed: "未通过",
  passed: "已通过",
  withdrawn: "已撤回",
};

export function notInState({ number, state }: AcceptanceRound): DomainError {
  return new DomainError("conflict", {
    zh: `第${number}轮验收为“${stateNames[state]}”状态，不能进行此操作`,
    en: `round ${number} of the acceptance is ${state}: this cannot be done`,
  });
}

function isOpen(round: AcceptanceRound): round is Extract<AcceptanceRound, { state: "applied" }> {
  return round.state === "applied";
}
