import type { ContractEvent } from "@luyue/core/event";
import { listMoneyEvents } from "@luyue/core/payment";
import type { ContractState } from "./contract.ts";

/** All that has happened to a contract: the events that people recorded, and those that its money stands for. */
export function factsOf({
  events,
  money,
}: Pick<ContractState, "events" | "money">): readonly ContractEvent[] {
  return [...events, ...listMoneyEvents(money.invoices, money.payments)];
}
