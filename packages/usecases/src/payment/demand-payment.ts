import type { CivilDate } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { assessPayments, type PaymentAssessment } from "@luyue/core/obligation";
import type { Payment } from "@luyue/core/payment";
import { factsOf } from "../contract/facts-of.ts";
import type { ContractState } from "../contract/contract.ts";
import type { CommandContext } from "../runtime/define-command.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { invalidAt } from "../runtime/refusals.ts";

/** Each payment of a contract as it stands now, with interest through today or another day. */
export function assessContract(
  state: ContractState,
  { tenant, runtime }: Pick<CommandContext, "tenant" | "runtime">,
  interestThrough?: CivilDate,
): PaymentAssessment[] {
  const { vendorSize } = state.contract;
  return assessPayments(state.terms.terms, factsOf(state), tenantCalendar(tenant, runtime), {
    now: runtime.now(),
    vendorSize,
    interestThrough,
  });
}

/** The payment of a contract that `of` names. Throws `invalid` where the contract has none. */
export function demandAssessment(
  of: string,
  state: ContractState,
  context: Pick<CommandContext, "tenant" | "runtime">,
): PaymentAssessment {
  const found = assessContract(state, context).find(({ line }) => line.of === of);
  if (found !== undefined) return found;
  throw invalidAt("/of", { zh: `本合同没有付款“${of}”`, en: `the contract has no payment “${of}”` });
}

/** How a payment that was asked for stands now. Throws `conflict` where an early end or an amendment has taken its line. */
export function demandStillThere(
  { of }: Payment,
  state: ContractState,
  context: Pick<CommandContext, "tenant" | "runtime">,
): PaymentAssessment {
  const found = assessContract(state, context).find(({ line }) => line.of === of);
  if (found !== undefined) return found;
  throw new DomainError("conflict", {
    zh: "本期款项已不再应付，请撤回该付款",
    en: "this is no longer owed: take the payment back",
  });
}

/** A payment under way or done, by its id. Throws `notFound`. */
export function demandPayment({ money }: ContractState, paymentId: string): Payment {
  const found = money.payments.find(({ id }) => id === paymentId);
  if (found === undefined) {
    throw new DomainError("notFound", { zh: "找不到该付款单", en: "no such payment" });
  }
  return found;
}
