import { DomainError } from "@luyue/core/error";
import { compareMoney, formatMoney, sumMoney } from "@luyue/core/money";
import type { PaymentAssessment } from "@luyue/core/obligation";
import { listOpenDeductions, type Payment } from "@luyue/core/payment";
import * as z from "zod";
import type { ContractState } from "../contract/contract.ts";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { actOf, demandOther } from "../runtime/act.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { demandPayment, demandStillThere } from "./demand-payment.ts";
import { demandPayable } from "./request-payment.ts";

const paymentIdSchema = z.string().regex(/^pay_[0-9a-z]{10,40}$/);
export const reasonSchema = z.string().trim().min(1).max(1000);
export const paymentInput = z.strictObject({ contractId: contractIdSchema, paymentId: paymentIdSchema });

/** Approves a payment 付款审批 that somebody else asked for; what it rests on has to hold still. */
export const approvePayment = defineCommand({
  name: "payment.approve",
  input: paymentInput,
  permission: "payment:approve",
  async decide(context, { contractId, paymentId }) {
    const state = await demandRunningContract(context, contractId);
    const payment = demandPayment(state, paymentId);
    if (payment.state !== "requested") throw notInState(payment);
    demandOther(payment.requested, context);
    demandStillDue(payment, demandStillThere(payment, state, context));
    demandAllSetOff(payment, state);
    return changePayment(
      state,
      payment,
      { ...payment, state: "approved", approved: actOf(context) },
      context,
    );
  },
});

/** Turns a payment down that somebody asked for. */
export const rejectPayment = defineCommand({
  name: "payment.reject",
  input: paymentInput.extend({ reason: reasonSchema }),
  permission: "payment:approve",
  async decide(context, { contractId, paymentId, reason }) {
    const state = await demandRunningContract(context, contractId);
    const payment = demandPayment(state, paymentId);
    if (payment.state !== "requested") throw notInState(payment);
    const rejected = { ...payment, state: "rejected", decided: { ...actOf(context), reason } } as const;
    return changePayment(state, payment, rejected, context, reason);
  },
});

/** Takes back a payment that has not been paid. */
export const withdrawPayment = defineCommand({
  name: "payment.withdraw",
  input: paymentInput.extend({ reason: reasonSchema }),
  permission: "payment:request",
  async decide(context, { contractId, paymentId, reason }) {
    const state = await demandRunningContract(context, contractId);
    const payment = demandPayment(state, paymentId);
    if (payment.state !== "requested" && payment.state !== "approved") throw notInState(payment);
    const decided = { ...actOf(context), reason };
    const { id, of, amount, setOffs, requested } = payment;
    const withdrawn: Payment = { id, of, amount, setOffs, requested, state: "withdrawn", decided };
    return changePayment(state, payment, withdrawn, context, reason);
  },
});

/** A deduction that was approved after the request would be left out: then it is asked for anew. Throws `conflict`. */
function demandAllSetOff({ amount }: Payment, { money }: ContractState): void {
  const left = listOpenDeductions(money.deductions, money.payments);
  if (left.length === 0 || amount === "0.00") return;
  const names = left.map(({ deduction }) => deduction.title).join("、");
  throw new DomainError("conflict", {
    zh: `申请之后又批准了扣款（${names}），请撤回后重新申请`,
    en: `a deduction has been approved since (${names}): withdraw the request and ask anew`,
  });
}

/** The gates are open still, and no amendment has made less of what is owed. Throws `conflict`. */
export function demandStillDue({ amount, setOffs }: Payment, assessment: PaymentAssessment): void {
  demandPayable(assessment);
  const { rest } = assessment.line;
  const all = sumMoney([amount, ...setOffs.map((setOff) => setOff.amount)]);
  if (compareMoney(all, rest) <= 0) return;
  throw new DomainError("conflict", {
    zh: `申请金额 ${formatMoney(all)} 已超过应付金额 ${formatMoney(rest)}，请撤回后重新申请`,
    en: `${formatMoney(all)} is more than what is owed by now, ${formatMoney(rest)}: withdraw the request and ask anew`,
  });
}

/** The decision that puts a payment into its next state. */
export function changePayment(
  state: ContractState,
  before: Payment,
  after: Payment,
  context: CommandContext,
  reason?: string,
) {
  return decideEntry(state, { kind: "payment", id: after.id, payment: after }, context, {
    answer: { id: after.id, state: after.state, amount: after.amount, setOffs: after.setOffs },
    subject: after.id,
    before: { payment: before },
    after: { payment: after },
    ...(reason === undefined ? {} : { reason }),
  });
}

const stateNames: Readonly<Record<Payment["state"], string>> = {
  requested: "待审批",
  approved: "已批准",
  rejected: "已驳回",
  withdrawn: "已撤回",
  paid: "已付款",
};

export function notInState({ state }: Payment): DomainError {
  return new DomainError("conflict", {
    zh: `付款单为“${stateNames[state]}”状态，不能进行此操作`,
    en: `the payment is ${state}: this cannot be done`,
  });
}
