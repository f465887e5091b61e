import { subjectSchema } from "@luyue/core/event";
import { DomainError } from "@luyue/core/error";
import { compareMoney, formatMoney, type Money, moneySchema } from "@luyue/core/money";
import type { PaymentAssessment } from "@luyue/core/obligation";
import { sideNames } from "@luyue/core/party";
import {
  type ContractMoney,
  isUnderWay,
  type Payment,
  planPayment,
  type PaymentPlan,
} from "@luyue/core/payment";
import * as z from "zod";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { demandAssessment } from "./demand-payment.ts";
import { invalidAt } from "../runtime/refusals.ts";

/**
 * Asks for a payment 付款申请, whole or in part: the gates are open, approved deductions are set off first, and never more
 * than the rest is asked for. Somebody else approves it.
 */
export const requestPayment = defineCommand({
  name: "payment.request",
  input: z.strictObject({
    contractId: contractIdSchema,
    of: subjectSchema,
    amount: moneySchema.optional(),
    note: z.string().trim().min(1).max(1000).optional(),
  }),
  permission: "payment:request",
  async decide(context, { contractId, of, amount, note }) {
    const state = await demandRunningContract(context, contractId);
    const assessment = demandAssessment(of, state, context);
    demandNothingUnderWay(of, state.money);
    demandPayable(assessment);
    const plan = planPayment(assessment.line, state.money.deductions, state.money.payments);
    const asked = demandWithin(amount ?? plan.payable, plan);
    const payment: Payment = {
      id: context.runtime.newId("pay"),
      of,
      amount: asked,
      setOffs: plan.setOffs,
      state: "requested",
      requested: { ...actOf(context), ...(note === undefined ? {} : { note }) },
    };
    const answer = { id: payment.id, state: payment.state, amount: asked, setOffs: plan.setOffs };
    return decideEntry(state, { kind: "payment", id: payment.id, payment }, context, {
      answer,
      subject: payment.id,
      after: { payment },
    });
  },
});

/** Throws `conflict` with what is missing, who has to act, and by when. */
export function demandPayable({ payableToday, missing, notBefore, line }: PaymentAssessment): void {
  if (payableToday) return;
  if (line.rest === "0.00")
    throw new DomainError("conflict", { zh: "本期已无应付款", en: "nothing is owed any more" });
  if (missing.length === 0) {
    throw new DomainError("conflict", {
      zh: `${notBefore ?? ""} 起方可付款`,
      en: `not payable before ${notBefore ?? ""}`,
    });
  }
  const zh = missing.map(
    ({ label, holder, by }) =>
      `${label.zh}（${sideNames[holder].zh}${by === undefined ? "" : `，最迟 ${by}`}）`,
  );
  const en = missing.map(
    ({ label, holder, by }) => `${label.en} (${sideNames[holder].en}${by === undefined ? "" : `, by ${by}`})`,
  );
  throw new DomainError("conflict", {
    zh: `付款条件未满足：${zh.join("；")}`,
    en: `not payable yet, missing: ${en.join("; ")}`,
  });
}

/** One payment of a line at a time is on its way. Throws `conflict`. */
export function demandNothingUnderWay(of: string, { payments }: ContractMoney): void {
  if (!payments.some((payment) => payment.of === of && isUnderWay(payment))) return;
  throw new DomainError("conflict", {
    zh: "本期已有付款申请在办理",
    en: "a payment of this is under way already",
  });
}

/** Nothing at all may be asked for only where deductions take all of it. */
function demandWithin(amount: Money, { payable, setOffs }: PaymentPlan): Money {
  const nothing = amount === "0.00" && (payable !== "0.00" || setOffs.length === 0);
  if (!nothing && compareMoney(amount, payable) <= 0) return amount;
  throw invalidAt("/amount", {
    zh: `应大于零且不超过可付金额 ${formatMoney(payable)}`,
    en: `must be more than nothing and at most what is payable, ${formatMoney(payable)}`,
  });
}
