import type { ContractEvent } from "@luyue/core/event";
import { listMoneyEvents } from "@luyue/core/payment";
import { listWorkEvents } from "@luyue/core/work";
import type { ContractState } from "./contract.ts";

/** All that has happened to a contract: the events that people recorded, and those that its money and work stand for. */
export function factsOf({
  events,
  money,
  work,
}: Pick<ContractState, "events" | "money" | "work">): readonly ContractEvent[] {
  return [...events, ...listMoneyEvents(money.invoices, money.payments), ...listWorkEvents(work)];
}
