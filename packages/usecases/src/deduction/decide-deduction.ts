import type { Deduction } from "@luyue/core/deduction";
import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import type { ContractState } from "../contract/contract.ts";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { actOf, demandOther } from "../runtime/act.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { isLivePayment } from "@luyue/core/payment";

const deductionIdSchema = z.string().regex(/^ded_[0-9a-z]{10,40}$/);
const input = z.strictObject({ contractId: contractIdSchema, deductionId: deductionIdSchema });
const withReason = input.extend({ reason: z.string().trim().min(1).max(1000) });

/** Approves a deduction that somebody else proposed: the next payment sets it off. */
export const approveDeduction = defineCommand({
  name: "deduction.approve",
  input,
  permission: "deduction:decide",
  async decide(context, { contractId, deductionId }) {
    const { state, deduction } = await load(context, contractId, deductionId);
    if (deduction.state !== "proposed") throw notInState(deduction);
    demandOther(deduction.proposed, context);
    return changeDeduction(
      state,
      deduction,
      { ...deduction, state: "approved", decided: actOf(context) },
      context,
    );
  },
});

/** Turns a proposed deduction down, with the reason. */
export const rejectDeduction = defineCommand({
  name: "deduction.reject",
  input: withReason,
  permission: "deduction:decide",
  async decide(context, { contractId, deductionId, reason }) {
    const { state, deduction } = await load(context, contractId, deductionId);
    if (deduction.state !== "proposed") throw notInState(deduction);
    const decided = { ...actOf(context), reason };
    return changeDeduction(state, deduction, { ...deduction, state: "rejected", decided }, context, reason);
  },
});

/** Takes back a deduction: while it is proposed, or approved and in no payment yet. */
export const withdrawDeduction = defineCommand({
  name: "deduction.withdraw",
  input: withReason,
  permission: "deduction:decide",
  async decide(context, { contractId, deductionId, reason }) {
    const { state, deduction } = await load(context, contractId, deductionId);
    if (deduction.state !== "proposed" && deduction.state !== "approved") throw notInState(deduction);
    if (deduction.penaltyId !== undefined) throw ofPenalty;
    // What two people decided is not undone by the one of them who asked for it.
    if (deduction.state === "approved") demandOther(deduction.proposed, context);
    demandNotTaken(deductionId, state);
    const decided = { ...actOf(context), reason };
    return changeDeduction(state, deduction, { ...deduction, state: "withdrawn", decided }, context, reason);
  },
});

async function load(context: CommandContext, contractId: string, deductionId: string) {
  const state = await demandRunningContract(context, contractId);
  const deduction = state.money.deductions.find(({ id }) => id === deductionId);
  if (deduction !== undefined) return { state, deduction };
  throw new DomainError("notFound", { zh: "找不到该扣款", en: "no such deduction" });
}

const ofPenalty = new DomainError("conflict", {
  zh: "该扣款抵扣的是违约金，请在违约金处撤销",
  en: "this deduction sets a penalty off: revoke it at the penalty",
});

function demandNotTaken(deductionId: string, { money }: ContractState): void {
  const live = money.payments.filter(isLivePayment);
  if (!live.some(({ setOffs }) => setOffs.some((setOff) => setOff.deductionId === deductionId))) return;
  throw new DomainError("conflict", {
    zh: "该扣款已在付款中抵扣，请先撤回该付款",
    en: "a payment sets this deduction off: take that payment back first",
  });
}

function changeDeduction(
  state: ContractState,
  before: Deduction,
  after: Deduction,
  context: CommandContext,
  reason?: string,
) {
  return decideEntry(state, { kind: "deduction", id: after.id, deduction: after }, context, {
    answer: { id: after.id, state: after.state, amount: after.amount },
    subject: after.id,
    before: { deduction: before },
    after: { deduction: after },
    ...(reason === undefined ? {} : { reason }),
  });
}

const stateNames: Readonly<Record<Deduction["state"], string>> = {
  proposed: "待决定",
  approved: "已批准",
  rejected: "已驳回",
  withdrawn: "已撤回",
};

function notInState({ state }: Deduction): DomainError {
  return new DomainError("conflict", {
    zh: `扣款为“${stateNames[state]}”状态，不能进行此操作`,
    en: `the deduction is ${state}: this cannot be done`,
  });
}
