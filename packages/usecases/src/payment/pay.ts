import { civilDateOf, civilDateSchema } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { evidenceListSchema } from "@luyue/core/event";
import { addMoney, compareMoney, formatMoney, moneySchema, subtractMoney, sumMoney } from "@luyue/core/money";
import type { PaymentAssessment } from "@luyue/core/obligation";
import type { Payment } from "@luyue/core/payment";
import * as z from "zod";
import type { ContractState } from "../contract/contract.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { signedOn } from "../contract/signed-on.ts";
import { demandEvidence } from "../file/index.ts";
import { actOf } from "../runtime/act.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { changePayment, demandStillDue, notInState, paymentInput, reasonSchema } from "./decide-payment.ts";
import { demandPayment, demandStillThere } from "./demand-payment.ts";
import { demandNothingUnderWay } from "./request-payment.ts";
import { invalidAt } from "../runtime/refusals.ts";

const voucherSchema = z.string().trim().min(1).max(100);

/**
 * An approved payment has been made 已付款: the day, the voucher and the amount as the bank shows them. Its deductions are
 * set off with it.
 */
export const recordPayment = defineCommand({
  name: "payment.pay",
  input: paymentInput.extend({
    on: civilDateSchema,
    voucher: voucherSchema,
    amount: moneySchema,
    evidence: evidenceListSchema.optional(),
  }),
  permission: "payment:pay",
  async decide(context, { contractId, paymentId, on, voucher, amount, evidence = [] }) {
    const state = await demandRunningContract(context, contractId);
    const payment = demandPayment(state, paymentId);
    if (payment.state !== "approved") throw notInState(payment);
    const assessment = demandStillThere(payment, state, context);
    demandDay(on, firstDayOf(assessment, state), context);
    if (amount !== payment.amount) {
      throw invalidAt("/amount", {
        zh: `应与批准金额一致：${formatMoney(payment.amount)}`,
        en: `must be what was approved: ${formatMoney(payment.amount)}`,
      });
    }
    demandStillDue(payment, assessment);
    await demandEvidence(evidence, context);
    const paid = { ...actOf(context), on, voucher, evidence };
    return changePayment(state, payment, { ...payment, state: "paid", paid, refunds: [] }, context);
  },
});

/**
 * A payment was recorded in error: it is asked for again, and what it had set off is kept for it. It wants a new approval,
 * for the old one was for what has been undone.
 */
export const reversePayment = defineCommand({
  name: "payment.reverse",
  input: paymentInput.extend({ reason: reasonSchema }),
  permission: "payment:pay",
  async decide(context, { contractId, paymentId, reason }) {
    const state = await demandRunningContract(context, contractId);
    const payment = demandPayment(state, paymentId);
    if (payment.state !== "paid") throw notInState(payment);
    if (payment.refunds.length > 0) {
      throw new DomainError("conflict", {
        zh: "已有退款，不能撤销",
        en: "some of it has been refunded: it stands",
      });
    }
    demandNothingUnderWay(payment.of, state.money);
    const { id, of, amount, setOffs, requested } = payment;
    const again: Payment = { id, of, amount, setOffs, requested, state: "requested" };
    return changePayment(state, payment, again, context, reason);
  },
});

/** The vendor has paid something back 退款: it is owed again, unless the contract has come to owe less. */
export const refundPayment = defineCommand({
  name: "payment.refund",
  input: paymentInput.extend({
    amount: moneySchema,
    on: civilDateSchema,
    reason: reasonSchema,
    voucher: voucherSchema.optional(),
  }),
  permission: "payment:pay",
  async decide(context, { contractId, paymentId, amount, on, reason, voucher }) {
    const state = await demandRunningContract(context, contractId);
    const payment = demandPayment(state, paymentId);
    if (payment.state !== "paid") throw notInState(payment);
    demandDay(on, payment.paid.on, context);
    demandRefundable(amount, payment);
    const id = context.runtime.newId("ref");
    const refund = {
      ...actOf(context),
      id,
      on,
      amount,
      reason,
      ...(voucher === undefined ? {} : { voucher }),
    };
    return changePayment(
      state,
      payment,
      { ...payment, refunds: [...payment.refunds, refund] },
      context,
      reason,
    );
  },
});

function demandRefundable(amount: string, payment: Extract<Payment, { state: "paid" }>): void {
  const before = sumMoney(payment.refunds.map((refund) => refund.amount));
  if (amount !== "0.00" && compareMoney(addMoney(before, amount), payment.amount) <= 0) return;
  const most = formatMoney(subtractMoney(payment.amount, before));
  throw invalidAt("/amount", {
    zh: `应大于零且不超过尚未退还的 ${most}`,
    en: `must be more than nothing and at most what has not come back yet, ${most}`,
  });
}

function demandDay(on: string, from: string | undefined, { runtime }: CommandContext): void {
  if (on > civilDateOf(runtime.now()))
    throw invalidAt("/on", { zh: "日期晚于今天", en: "the date is after today" });
  if (from !== undefined && on < from) {
    throw invalidAt("/on", { zh: `日期不得早于 ${from}`, en: `the date is not before ${from}` });
  }
}

/** Nothing was paid before the signing, before its window opened, or before what it hangs on was there. */
function firstDayOf({ gates, obligation }: PaymentAssessment, state: ContractState): string | undefined {
  const days = [signedOn(state), obligation.opensOn, ...gates.map(({ openedOn }) => openedOn)];
  return days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
}
