import { DomainError } from "@luyue/core/error";
import type { CommandContext } from "../runtime/define-command.ts";
import type { ContractState } from "./contract.ts";

/** A contract of the tenant with all that belongs to it. Throws `notFound`. */
export async function demandContract(
  context: Pick<CommandContext, "store">,
  contractId: string,
): Promise<ContractState> {
  const state = await context.store.loadContract(contractId);
  if (state === undefined) throw contractNotFound();
  return state;
}

/** An active contract of the tenant. Throws `notFound`, or `conflict` while it is a draft. */
export async function demandActiveContract(
  context: Pick<CommandContext, "store">,
  contractId: string,
): Promise<ContractState> {
  const state = await demandContract(context, contractId);
  if (state.contract.status !== "active") {
    throw new DomainError("conflict", {
      zh: "合同尚为草稿，请先启用",
      en: "the contract is a draft: activate it first",
    });
  }
  return state;
}

export function contractNotFound(): DomainError {
  return new DomainError("notFound", { zh: "找不到该合同", en: "no such contract" });
}
