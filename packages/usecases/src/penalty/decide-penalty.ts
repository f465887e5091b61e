import { civilDateOf } from "@luyue/core/civil-date";
import { compareMoney, formatMoney, type Money, moneySchema } from "@luyue/core/money";
import { applyCaps, type Penalty, type PenaltySum } from "@luyue/core/penalty";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { actOf, demandOther } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { conflictOf, invalidAt } from "../runtime/refusals.ts";
import { changePenalty, demandPenalty, ofPenalty, reasonSchema } from "./demand-penalty.ts";

/**
 * Imposes a penalty that somebody else proposed, once the vendor has answered or its time is over: the rule's sum, or one
 * out of its range; less wants a reason. What is beyond a cap is cut, and the answer shows by which.
 */
export const imposePenalty = defineCommand({
  name: "penalty.impose",
  input: ofPenalty.extend({ amount: moneySchema.optional(), note: reasonSchema.optional() }),
  permission: "penalty:decide",
  async decide(context, { contractId, penaltyId, amount, note }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandPenalty(state, penaltyId, "proposed");
    demandOther(before.proposed, context);
    if (before.answer?.side === "buyer") demandOther(before.answer, context);
    demandAnswered(before, civilDateOf(context.runtime.now()));
    const gross = demandSum(before.sum, amount, note);
    const { amount: imposed, cuts } = applyCaps(state.terms.terms, before.rule, gross, state.work.penalties);
    const decided = { ...actOf(context), ...(note === undefined ? {} : { note }) };
    const penalty: Penalty = {
      ...before,
      state: "imposed",
      decided,
      gross,
      cuts,
      amount: imposed,
      collections: [],
    };
    return changePenalty(state, before, penalty, context, { gross, cuts });
  },
});

/** Turns a proposed penalty down, with the reason. */
export const dismissPenalty = defineCommand({
  name: "penalty.dismiss",
  input: ofPenalty.extend({ reason: reasonSchema }),
  permission: "penalty:decide",
  async decide(context, { contractId, penaltyId, reason }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandPenalty(state, penaltyId, "proposed");
    demandOther(before.proposed, context);
    const penalty: Penalty = { ...before, state: "dismissed", decided: { ...actOf(context), reason } };
    return changePenalty(state, before, penalty, context, {}, { reason });
  },
});

/**
 * Takes a penalty back: while it is proposed, or imposed and nothing of it dealt with. What two people decided is not undone
 * by the one of them who proposed it.
 */
export const withdrawPenalty = defineCommand({
  name: "penalty.withdraw",
  input: ofPenalty.extend({ reason: reasonSchema }),
  permission: "penalty:decide",
  async decide(context, { contractId, penaltyId, reason }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandPenalty(state, penaltyId, "proposed", "imposed");
    if (before.state === "imposed") {
      demandOther(before.proposed, context);
      if (before.collections.some(({ revoked }) => revoked === undefined)) throw dealtWith;
    }
    const penalty: Penalty = {
      ...factsOf(before),
      state: "withdrawn",
      decided: { ...actOf(context), reason },
    };
    return changePenalty(state, before, penalty, context, {}, { reason });
  },
});

function factsOf(penalty: Extract<Penalty, { readonly state: "proposed" | "imposed" }>) {
  if (penalty.state === "proposed") return penalty;
  const { gross: _gross, cuts: _cuts, amount: _amount, collections: _collections, ...facts } = penalty;
  return facts;
}

const dealtWith = conflictOf({
  zh: "该违约金已抵扣、索赔、缴纳或免除，请先撤销",
  en: "something of the penalty has been dealt with: revoke that first",
});

function demandAnswered({ answer, answerBy }: Penalty, today: string): void {
  if (answer !== undefined || today > answerBy) return;
  throw conflictOf({
    zh: `乙方答复期至 ${answerBy}，其答复前或该日以前不能决定`,
    en: `the vendor may answer through ${answerBy}: until it does it is decided only after that day`,
  });
}

function demandSum(sum: PenaltySum, amount: Money | undefined, note: string | undefined): Money {
  const [from, to] = "amount" in sum ? [sum.amount, sum.amount] : [sum.from, sum.to];
  if (amount === undefined) {
    if (from === to) return to;
    throw invalidAt("/amount", {
      zh: `请在 ${formatMoney(from)} 至 ${formatMoney(to)} 之间确定金额`,
      en: `choose a sum from ${formatMoney(from)} to ${formatMoney(to)}`,
    });
  }
  if (amount === "0.00" || compareMoney(amount, to) > 0) {
    throw invalidAt("/amount", {
      zh: `应大于零且不超过 ${formatMoney(to)}`,
      en: `must be more than nothing and at most ${formatMoney(to)}`,
    });
  }
  if (compareMoney(amount, from) < 0 && note === undefined) {
    throw invalidAt("/note", { zh: "低于约定金额须说明理由", en: "less than was agreed wants a reason" });
  }
  return amount;
}
