import type { AcceptanceRound } from "@luyue/core/acceptance";
import { DomainError } from "@luyue/core/error";
import type { ContractState } from "../contract/contract.ts";
import { hasPaymentBehind } from "../payment/has-payment-behind.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { reasonSchema, roundInput } from "./acceptance-schemas.ts";
import { changeRound, unsettled } from "./change-round.ts";
import { demandRound, notInState } from "./demand-round.ts";

/**
 * An objection or a conclusion was made in error: the round is open again with its assessment and signatures. Only the last
 * round of an acceptance, and a pass only while no payment rests on it.
 */
export const reopenRound = defineCommand({
  name: "acceptance.reopen",
  input: roundInput.extend({ reason: reasonSchema }),
  permission: "acceptance:conclude",
  async decide(context, { reason, ...ids }) {
    const { state, round } = await demandRound(context, ids);
    if (round.state === "applied" || round.state === "withdrawn") throw notInState(round);
    demandLast(round, state);
    if (round.state === "passed") demandNoPayment(round, state);
    const reopened = (round.reopened ?? 0) + 1;
    return changeRound(state, round, { ...unsettled(round), reopened }, context, reason);
  },
});

function demandLast({ of, number }: AcceptanceRound, { work }: ContractState): void {
  const later = work.rounds.find((round) => round.of === of && round.number > number);
  if (later === undefined) return;
  throw new DomainError("conflict", {
    zh: `其后已有第${later.number}轮，只能重开最后一轮`,
    en: `round ${later.number} has followed: only the last round is opened again`,
  });
}

function demandNoPayment(
  { of, settled }: Extract<AcceptanceRound, { state: "passed" }>,
  state: ContractState,
): void {
  if (!hasPaymentBehind({ gate: "acceptancePassed", of }, settled.at, state)) return;
  throw new DomainError("conflict", {
    zh: "验收通过后已申请、批准或支付以此为条件的款项，请先撤回或撤销该付款",
    en: "a payment that rests on this acceptance has been requested, approved or made since: take it back first",
  });
}
