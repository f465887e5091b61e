import { civilDateOf } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import type { CommandContext } from "../runtime/define-command.ts";
import { versionMismatch } from "../runtime/refusals.ts";
import type { ContractState } from "./contract.ts";
import { withTermsInForce } from "./terms-in-force.ts";

type ContractContext = Pick<CommandContext, "store" | "runtime"> &
  Partial<Pick<CommandContext, "expectedVersion">>;

/**
 * A contract of the tenant with all that belongs to it. Throws `notFound`; `versionMismatch` on another version than the one
 * that the caller has seen, before anything is said about a state that the caller has not.
 */
export async function demandContract(context: ContractContext, contractId: string): Promise<ContractState> {
  const { store, expectedVersion } = context;
  const state = await store.loadContract(contractId);
  if (state === undefined) throw contractNotFound();
  if (expectedVersion !== undefined && state.contract.version !== expectedVersion) throw versionMismatch();
  return withTermsInForce(state, civilDateOf(context.runtime.now()));
}

/** An active contract of the tenant. Throws `notFound`, or `conflict` while it is a draft and after it ended or was closed. */
export async function demandActiveContract(
  context: ContractContext,
  contractId: string,
): Promise<ContractState> {
  const state = await demandContract(context, contractId);
  const { status } = state.contract;
  if (status === "active") return state;
  if (status === "draft") throw stillDraft();
  if (status === "closed") throw closedAlready();
  throw new DomainError("conflict", { zh: "合同已提前终止", en: "the contract has ended early" });
}

/** A contract whose money still moves: active, or ended early and being settled. Throws `notFound` or `conflict`. */
export async function demandRunningContract(
  context: ContractContext,
  contractId: string,
): Promise<ContractState> {
  const state = await demandStartedContract(context, contractId);
  if (state.contract.status === "closed") throw closedAlready();
  return state;
}

/** A contract that is more than a draft, closed ones as well. Throws `notFound` or `conflict`. */
export async function demandStartedContract(
  context: ContractContext,
  contractId: string,
): Promise<ContractState> {
  const state = await demandContract(context, contractId);
  if (state.contract.status === "draft") throw stillDraft();
  return state;
}

/** A contract that ends or is closed has no terms to come: such an amendment is taken back first. Throws `conflict`. */
export function demandNothingPending(
  { contract: { pending } }: ContractState,
  { runtime }: Pick<CommandContext, "runtime">,
): void {
  if (pending === undefined || pending.from <= civilDateOf(runtime.now())) return;
  throw new DomainError("conflict", {
    zh: `有补充协议将于 ${pending.from} 生效，请先撤回`,
    en: `an amendment is to hold from ${pending.from}: take it back first`,
  });
}

function stillDraft(): DomainError {
  return new DomainError("conflict", {
    zh: "合同尚为草稿，请先启用",
    en: "the contract is a draft: activate it first",
  });
}

export function closedAlready(): DomainError {
  return new DomainError("conflict", { zh: "合同已关闭", en: "the contract is closed" });
}

export function contractNotFound(): DomainError {
  return new DomainError("notFound", { zh: "找不到该合同", en: "no such contract" });
}
