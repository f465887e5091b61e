import { isHere, type Person, type StaffChange } from "@luyue/core/people";
import { civilDateOf } from "@luyue/core/civil-date";
import type { Text } from "@luyue/core/text";
import * as z from "zod";
import { changeLine } from "../contract/change-line.ts";
import type { ContractState } from "../contract/contract.ts";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntries } from "../contract/decide-entry.ts";
import type { CommandContext } from "../runtime/define-command.ts";
import { demandState } from "../runtime/demand-state.ts";
import { conflictOf, notFoundOf } from "../runtime/refusals.ts";
import type { ContractEntry } from "../runtime/store.ts";

export const personIdSchema = z.string().regex(/^per_[0-9a-z]{10,40}$/);
const changeIdSchema = z.string().regex(/^chg_[0-9a-z]{10,40}$/);
export const ofPerson = z.strictObject({ contractId: contractIdSchema, personId: personIdSchema });
export const ofChange = z.strictObject({ contractId: contractIdSchema, changeId: changeIdSchema });
export const reasonSchema = z.string().trim().min(1).max(1000);

/** Somebody on the roster of a contract. Throws `notFound`. */
export function demandPerson({ work }: ContractState, personId: string): Person {
  const person = work.people.find(({ id }) => id === personId);
  if (person === undefined) throw notFoundOf({ zh: "找不到该人员", en: "no such person" });
  return person;
}

/** Somebody who has not left by today. Throws `conflict` otherwise. */
export function demandHere(person: Person, { runtime }: Pick<CommandContext, "runtime">): void {
  if (isHere(person, civilDateOf(runtime.now())) || person.leftOn === undefined) return;
  throw conflictOf({
    zh: `${person.name} 已于 ${person.leftOn} 离岗`,
    en: `${person.name} left on ${person.leftOn}`,
  });
}

const stateNames: Readonly<Record<StaffChange["state"], Text>> = {
  asked: { zh: "待答复", en: "waiting for an answer" },
  consented: { zh: "已同意", en: "consented to" },
  refused: { zh: "不同意", en: "refused" },
  carriedOut: { zh: "已完成", en: "carried out" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
};

/** A change of people in a state. Throws `notFound` where there is none, `conflict` in another state. */
export function demandChange<S extends StaffChange["state"]>(
  { work }: ContractState,
  changeId: string,
  ...states: readonly S[]
): Extract<StaffChange, { readonly state: S }> {
  const change = work.changes.find(({ id }) => id === changeId);
  if (change === undefined) throw notFoundOf({ zh: "找不到该人员更换", en: "no such change of staff" });
  return demandState(change, states, { zh: "该人员更换", en: "the change of staff" }, stateNames);
}

/** The decision of a command that changes a person, with what else it changes. */
export function changePerson(
  state: ContractState,
  before: Person,
  person: Person,
  context: CommandContext,
  reason?: string,
) {
  return decideEntries(state, [{ kind: "person", id: person.id, person }], context, {
    answer: { id: person.id, name: person.name },
    subject: person.id,
    ...changeLine("person", before, person),
    ...(reason === undefined ? {} : { reason }),
  });
}

/** The decision of a command that changes a request for other people, with the people whom it moves. */
export function changeRequest(
  state: ContractState,
  before: StaffChange,
  change: StaffChange,
  context: CommandContext,
  entries: readonly ContractEntry[] = [],
  reason?: string,
) {
  return decideEntries(state, [{ kind: "change", id: change.id, change }, ...entries], context, {
    answer: { id: change.id, state: change.state },
    subject: change.id,
    ...changeLine("change", before, change),
    ...(reason === undefined ? {} : { reason }),
  });
}
