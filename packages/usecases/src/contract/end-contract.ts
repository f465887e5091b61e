import { civilDateOf, civilDateSchema } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { keySchema } from "@luyue/core/event";
import { isLiveInvoice } from "@luyue/core/invoice";
import { compareMoney, formatMoney, type Money, moneySchema } from "@luyue/core/money";
import { isLivePayment, isUnderWay } from "@luyue/core/payment";
import { proposeSettlement, readLedger, type SettlementProposal } from "@luyue/core/obligation";
import { withWork } from "@luyue/core/work";
import * as z from "zod";
import { actOf } from "../runtime/act.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import type { ContractState, StoredEvent } from "./contract.ts";
import { contractIdSchema } from "./contract-id.ts";
import { decideDerivation } from "./decide-derivation.ts";
import { demandActiveContract, demandNothingPending, demandRunningContract } from "./demand-contract.ts";
import { factsOf } from "./facts-of.ts";
import { signedOn } from "./signed-on.ts";
import { invalidAt } from "../runtime/refusals.ts";

const reasonSchema = z.string().trim().min(1).max(1000);

/**
 * Ends a contract early 提前终止 on a day: on a ground that the terms agree on, once its notice has run, or by another way
 * that the parties or the law give, with the price for the work done. Open tranches are released and the settlement takes
 * their place; only what survives the contract is still owed. By the time worked, where no other price is agreed.
 */
export const endContract = defineCommand({
  name: "contract.end",
  input: z.strictObject({
    contractId: contractIdSchema,
    on: civilDateSchema,
    ground: keySchema.optional(),
    price: moneySchema.optional(),
    reason: reasonSchema,
  }),
  permission: "contract:write",
  async decide(context, { contractId, on, ground, price, reason }) {
    const state = await demandActiveContract(context, contractId);
    const { contract } = state;
    demandEndable(state, on, context);
    const proposal = ground === undefined ? undefined : demandNotice(ground, on, state, context);
    const amount = demandPrice(price ?? proposal?.price, state);
    const { actor, runtime } = context;
    const event: StoredEvent = {
      id: runtime.newId("evt"),
      kind: "ended",
      on,
      amount,
      recordedAt: runtime.now(),
      recordedBy: actor.id,
    };
    const after = { ...contract, status: "terminated" as const };
    const next = { ...state, contract: after, events: [...state.events, event] };
    const derived = decideDerivation(contract, next, context);
    const { refundOwed } = readLedger(
      state.terms.terms,
      factsOf(next),
      tenantCalendar(context.tenant, context.runtime),
    );
    return {
      aggregate: derived.aggregate,
      changes: [{ change: "putEvent", contractId, event }, ...derived.changes],
      answer: { id: contractId, status: after.status, eventId: event.id, price: amount, refundOwed },
      subject: contractId,
      recordBefore: { status: contract.status },
      recordAfter: {
        status: after.status,
        on,
        price: amount,
        refundOwed,
        ...(proposal === undefined ? {} : { ground, proposal }),
        obligations: derived.summary,
      },
      reason,
    };
  },
});

/** An early end was recorded in error: the contract goes on, its obligations are owed again, and the right that it was by is open. */
export const resumeContract = defineCommand({
  name: "contract.resume",
  input: z.strictObject({ contractId: contractIdSchema, reason: reasonSchema }),
  permission: "contract:write",
  async decide(context, { contractId, reason }) {
    const state = await demandRunningContract(context, contractId);
    const { contract, money } = state;
    const ended = state.events.find(({ kind }) => kind === "ended");
    if (contract.status !== "terminated" || ended === undefined) {
      throw new DomainError("conflict", { zh: "合同未提前终止", en: "the contract has not ended early" });
    }
    if (money.payments.some((payment) => payment.of === "settlement" && isLivePayment(payment))) {
      throw new DomainError("conflict", {
        zh: "结算款已在办理或支付，不能恢复",
        en: "the settlement is under way or paid: the contract cannot be resumed",
      });
    }
    const invoiced = money.invoices.some((invoice) => invoice.of === "settlement" && isLiveInvoice(invoice));
    if (invoiced) {
      throw new DomainError("conflict", {
        zh: "已有结算款发票，请先退回或撤回",
        en: "there is an invoice for the settlement: reject it or take it back first",
      });
    }
    const after = { ...contract, status: "active" as const };
    const right = state.work.rights.find(({ eventIds }) => eventIds?.includes(ended.id) === true);
    const gone = right?.eventIds ?? [ended.id];
    const events = state.events.filter(({ id }) => !gone.includes(id));
    const taken = right === undefined ? [] : [{ ...right, withdrawn: { ...actOf(context), reason } }];
    const entries = taken.map((each) => ({ kind: "right", id: each.id, right: each }) as const);
    const work = entries.reduce(withWork, state.work);
    const next = { ...state, contract: after, events, work };
    const derived = decideDerivation(contract, next, context, gone.length + entries.length);
    return {
      aggregate: derived.aggregate,
      changes: [
        ...gone.map((eventId) => ({ change: "deleteEvent", contractId, eventId }) as const),
        ...entries.map((entry) => ({ change: "putEntry", contractId, entry }) as const),
        ...derived.changes,
      ],
      answer: { id: contractId, status: after.status },
      subject: contractId,
      recordBefore: { status: contract.status, ended },
      recordAfter: { status: after.status, obligations: derived.summary },
      reason,
    };
  },
});

/** A contract that can end on a day: nothing pends or is under way, and the day is neither to come nor before the signing. */
export function demandEndable(state: ContractState, on: string, context: CommandContext): void {
  demandNothingPending(state, context);
  demandNothingUnderWay(state);
  demandNotLater(on, context);
  demandNotEarlier(on, state);
}

function demandNothingUnderWay({ money }: ContractState): void {
  if (!money.payments.some(isUnderWay)) return;
  throw new DomainError("conflict", {
    zh: "有付款申请在办理，请先完成或撤回",
    en: "a payment is under way: finish it or take it back first",
  });
}

function demandNotLater(on: string, { runtime }: CommandContext): void {
  if (on <= civilDateOf(runtime.now())) return;
  throw invalidAt("/on", { zh: "日期晚于今天", en: "the date is after today" });
}

function demandNotEarlier(on: string, state: ContractState): void {
  const day = signedOn(state);
  if (day === undefined || on >= day) return;
  throw invalidAt("/on", {
    zh: `日期不得早于签订日 ${day}`,
    en: `the date is not before the signing, ${day}`,
  });
}

/** Throws `conflict` while the notice has not run, with the first day on which the contract may end. */
function demandNotice(
  ground: string,
  on: string,
  state: ContractState,
  { tenant, runtime }: CommandContext,
): SettlementProposal {
  const calendar = tenantCalendar(tenant, runtime);
  const proposal = proposeSettlement(state.terms.terms, factsOf(state), calendar, ground, on);
  const { possibleFrom } = proposal;
  if (possibleFrom !== undefined && possibleFrom <= on) return proposal;
  throw new DomainError(
    "conflict",
    possibleFrom === undefined
      ? { zh: "请先记录提前终止的书面通知", en: "record the written notice of early end first" }
      : {
          zh: `通知期未满，最早 ${possibleFrom} 可终止`,
          en: `the notice has not run: not before ${possibleFrom}`,
        },
  );
}

/** The price for the work done: at most the contract's total. Throws `invalid`. */
export function demandPrice(price: Money | undefined, { terms }: ContractState): Money {
  const { total } = terms.terms.price;
  if (price === undefined) {
    throw invalidAt("/price", { zh: "请填写已完成工作的结算总价", en: "give the price of the work done" });
  }
  if (compareMoney(price, total) <= 0) return price;
  throw invalidAt("/price", {
    zh: `结算总价不得超过合同总价 ${formatMoney(total)}`,
    en: `the price is at most the contract's total, ${formatMoney(total)}`,
  });
}
