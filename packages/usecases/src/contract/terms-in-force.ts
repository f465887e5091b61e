import type { CivilDate } from "@luyue/core/civil-date";
import type { ContractState } from "./contract.ts";

/** The state with the terms that hold on a day: an amendment's as its day begins, before the head has been brought up to it. */
export function withTermsInForce(state: ContractState, today: CivilDate): ContractState {
  const { pending } = state.contract;
  const terms = state.versions.find(({ version }) => version === pending?.version);
  return pending === undefined || terms === undefined || pending.from > today ? state : { ...state, terms };
}
