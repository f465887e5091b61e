import { DomainError } from "@luyue/core/error";
import { type Penalty, standingOfPenalty } from "@luyue/core/penalty";
import { compareMoney, formatMoney, type Money } from "@luyue/core/money";
import type { Text } from "@luyue/core/text";
import * as z from "zod";
import { changeLine } from "../contract/change-line.ts";
import type { ContractState } from "../contract/contract.ts";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntries } from "../contract/decide-entry.ts";
import type { CommandContext } from "../runtime/define-command.ts";
import { demandState } from "../runtime/demand-state.ts";
import { invalidAt } from "../runtime/refusals.ts";
import type { ContractEntry } from "../runtime/store.ts";

const penaltyIdSchema = z.string().regex(/^pen_[0-9a-z]{10,40}$/);
export const ofPenalty = z.strictObject({ contractId: contractIdSchema, penaltyId: penaltyIdSchema });
export const reasonSchema = z.string().trim().min(1).max(1000);

const stateNames: Readonly<Record<Penalty["state"], Text>> = {
  proposed: { zh: "待决定", en: "proposed" },
  imposed: { zh: "已决定", en: "imposed" },
  dismissed: { zh: "不予处罚", en: "dismissed" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
};

/** A penalty of a contract in a state. Throws `notFound` where there is none, `conflict` in another state. */
export function demandPenalty<S extends Penalty["state"]>(
  { work }: ContractState,
  penaltyId: string,
  ...states: readonly S[]
): Extract<Penalty, { readonly state: S }> {
  const penalty = work.penalties.find(({ id }) => id === penaltyId);
  if (penalty === undefined) throw noSuchPenalty();
  return demandState(penalty, states, { zh: "该违约金", en: "the penalty" }, stateNames);
}

export function noSuchPenalty(): DomainError {
  return new DomainError("notFound", { zh: "找不到该违约金", en: "no such penalty" });
}

/** What is to be dealt with of an imposed penalty: what was asked for, or all that is open. Throws `invalid` at `/amount`. */
export function demandOpen(
  penalty: Extract<Penalty, { readonly state: "imposed" }>,
  asked: Money | undefined,
): Money {
  const { open } = standingOfPenalty(penalty);
  const amount = asked ?? open;
  if (amount !== "0.00" && compareMoney(amount, open) <= 0) return amount;
  throw invalidAt("/amount", {
    zh: `应大于零且不超过尚未处理的 ${formatMoney(open)}`,
    en: `must be more than nothing and at most what is open, ${formatMoney(open)}`,
  });
}

/** The decision of a command that changes a penalty, with what else it changes. */
export function changePenalty<A extends object>(
  state: ContractState,
  before: Penalty,
  penalty: Penalty,
  context: CommandContext,
  answer: A,
  more: { readonly entries?: readonly ContractEntry[]; readonly reason?: string } = {},
) {
  const { id } = penalty;
  const entries = [{ kind: "penalty", id, penalty } as const, ...(more.entries ?? [])];
  return decideEntries(state, entries, context, {
    answer: { ...answerOf(penalty), ...answer },
    subject: id,
    ...changeLine("penalty", before, penalty),
    ...(more.reason === undefined ? {} : { reason: more.reason }),
  });
}

/** What commands on penalties answer with. */
export function answerOf(penalty: Penalty) {
  const { id, state, answerBy } = penalty;
  const imposed = penalty.state === "imposed" ? penalty : undefined;
  return {
    id,
    state,
    answerBy,
    amount: imposed?.amount ?? null,
    open: imposed === undefined ? null : standingOfPenalty(imposed).open,
  };
}
