import { civilDateOf } from "../civil-date/index.ts";
import type { ContractEvent } from "../event/index.ts";
import type { Penalty } from "./penalty.ts";

/** What a penalty means for a contract's dates: proposed until a day, answered, decided. One taken back means nothing. */
export function listPenaltyEvents(penalty: Penalty): ContractEvent[] {
  const { id, state, proposed, answer, answerBy: until } = penalty;
  if (state === "withdrawn") return [];
  const events: ContractEvent[] = [
    { id, kind: "penaltyProposed", of: id, on: civilDateOf(proposed.at), until },
  ];
  if (answer !== undefined) {
    events.push({ id: `${id}_answered`, kind: "penaltyAnswered", of: id, on: civilDateOf(answer.at) });
  }
  if (state === "imposed" || state === "dismissed") {
    const on = civilDateOf(penalty.decided.at);
    events.push({ id: `${id}_decided`, kind: "penaltyDecided", of: id, on });
  }
  return events;
}
