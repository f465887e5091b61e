import type { ContractEvent } from "../event/index.ts";
import type { Person, StaffChange } from "./person.ts";
import { civilDateOf } from "../civil-date/index.ts";

/** Somebody who is there owes the copy of a secrecy agreement from the day on which they join. */
export function listPersonEvents({ id, joinedOn, leftOn, agreement }: Person): ContractEvent[] {
  const joined: ContractEvent = { id, kind: "personJoined", of: id, on: joinedOn };
  if (agreement !== undefined) {
    const on = civilDateOf(agreement.filed.at);
    return [joined, { id: `${id}_agreement`, kind: "agreementFiled", of: id, on }];
  }
  return leftOn === undefined ? [joined] : [];
}

/**
 * A change of people: asked for until a day for the answer, answered, and from its day on a change that the contract's
 * notice is owed for.
 */
export function listStaffChangeEvents(change: StaffChange): ContractEvent[] {
  const { id, state, asked, on, answerBy } = change;
  if (state === "withdrawn") return [];
  const until = answerBy === undefined ? {} : { until: answerBy };
  const events: ContractEvent[] = [
    { id: `${id}_asked`, kind: "staffChangeAsked", of: id, on: asked.on, by: asked.side, ...until },
  ];
  if (state !== "asked") {
    const day = civilDateOf(change.decided.at);
    events.push({ id: `${id}_answered`, kind: "staffChangeAnswered", of: id, on: day });
  }
  if (asked.side === "vendor" && state !== "refused") events.push({ id, kind: "staffChanged", on });
  return events;
}
