import type { Deduction } from "../deduction/index.ts";
import type { Money } from "../money/index.ts";
import type { Payment, Refund, SetOff } from "./payment.ts";

export const act = { actorId: "mem_1", name: "张三", at: "2026-05-01T09:00:00+08:00" };

/** A deduction that was approved at an instant. */
export function approvedDeduction(id: string, amount: Money, at = act.at): Deduction {
  const facts = { id, title: `扣款 ${id}`, reason: "中断服务", amount, evidence: [], proposed: act };
  return { ...facts, state: "approved", decided: { ...act, actorId: "mem_2", at } };
}

/** A payment of `t1` that was asked for, with the deductions that it sets off. */
export function requestedPayment(id: string, amount: Money, setOffs: readonly SetOff[] = []): Payment {
  return { id, of: "t1", amount, setOffs, requested: act, state: "requested" };
}

/** A payment of `t1` that was made on a day. */
export function paidPayment(
  id: string,
  amount: Money,
  on: string,
  setOffs: readonly SetOff[] = [],
  refunds: readonly Refund[] = [],
): Payment {
  const paid = { ...act, on, voucher: `凭证 ${id}`, evidence: [] };
  return { ...requestedPayment(id, amount, setOffs), state: "paid", approved: act, paid, refunds };
}
