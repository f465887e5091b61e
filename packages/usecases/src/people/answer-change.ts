import { addDays, civilDateOf } from "@luyue/core/civil-date";
import type { Person, StaffChange } from "@luyue/core/people";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { actOf, sideOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { conflictOf, invalidAt } from "../runtime/refusals.ts";
import type { ContractEntry } from "../runtime/store.ts";
import { changeRequest, demandChange, demandPerson, ofChange, reasonSchema } from "./demand-person.ts";
import { mostPeople, personOf, personSchema, tooMany } from "./enter-person.ts";

/**
 * The buyer consents to a change of people: in the same transaction the one leaves, and the other is on the roster from the
 * day that was asked for.
 */
export const consentToChange = defineCommand({
  name: "staffChange.consent",
  input: ofChange,
  permission: "person:decide",
  async decide(context, { contractId, changeId }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandChange(state, changeId, "asked");
    if (before.asked.side === "buyer") throw ownDemand;
    if (state.work.people.length >= mostPeople) throw tooMany;
    const leaving = demandPerson(state, before.out);
    const decided = actOf(context);
    const entered = { ...decided, side: "vendor" } as const;
    const coming =
      before.in === undefined
        ? undefined
        : newcomer(before, before.in, context.runtime.newId("per"), entered);
    const change: StaffChange = {
      ...before,
      state: "consented",
      decided,
      ...(coming === undefined ? {} : { newPersonId: coming.id }),
    };
    return changeRequest(state, before, change, context, moves(leaving, coming, before));
  },
});

const ownDemand = conflictOf({
  zh: "甲方要求的更换无须同意，由乙方落实",
  en: "what the buyer demands needs no consent: the vendor carries it out",
});

/** The buyer refuses a change of people, with the reason: everybody stays. */
export const refuseChange = defineCommand({
  name: "staffChange.refuse",
  input: ofChange.extend({ reason: reasonSchema }),
  permission: "person:decide",
  async decide(context, { contractId, changeId, reason }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandChange(state, changeId, "asked");
    if (before.asked.side === "buyer") throw ownDemand;
    const change: StaffChange = { ...before, state: "refused", decided: { ...actOf(context), reason } };
    return changeRequest(state, before, change, context, [], reason);
  },
});

/** The vendor names who comes in the place of somebody whom the buyer wants replaced; they change places today. */
export const carryOutChange = defineCommand({
  name: "staffChange.carryOut",
  input: ofChange.extend({ in: personSchema }),
  permission: "person:enter",
  async decide(context, { contractId, changeId, in: comes }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandChange(state, changeId, "asked");
    if (before.asked.side !== "buyer") throw invalidAt("/changeId", onlyDemanded);
    if (state.work.people.length >= mostPeople) throw tooMany;
    const leaving = demandPerson(state, before.out);
    const decided = actOf(context);
    const today = { ...before, on: civilDateOf(decided.at) };
    const entered = { ...decided, side: sideOf(context) };
    const coming = newcomer(today, personOf(comes), context.runtime.newId("per"), entered);
    const change: StaffChange = {
      ...before,
      in: personOf(comes),
      state: "carriedOut",
      decided,
      newPersonId: coming.id,
    };
    return changeRequest(state, before, change, context, moves(leaving, coming, today));
  },
});

const onlyDemanded = {
  zh: "乙方申请的更换由甲方答复",
  en: "what the vendor has asked for is for the buyer to answer",
};

/** Takes a request back that has no answer yet: each side its own. */
export const withdrawChange = defineCommand({
  name: "staffChange.withdraw",
  input: ofChange.extend({ reason: reasonSchema }),
  permission: "person:enter",
  async decide(context, { contractId, changeId, reason }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandChange(state, changeId, "asked");
    if (context.actor.kind === "partner" && before.asked.side !== "vendor") throw notYours;
    const change: StaffChange = { ...before, state: "withdrawn", decided: { ...actOf(context), reason } };
    return changeRequest(state, before, change, context, [], reason);
  },
});

const notYours = conflictOf({
  zh: "甲方要求的更换不能由乙方撤回",
  en: "what the buyer demands is not the vendor's to take back",
});

type Asked = Pick<StaffChange, "id" | "on">;

function newcomer(
  { id, on }: Asked,
  facts: NonNullable<StaffChange["in"]>,
  personId: string,
  entered: Person["entered"],
): Person {
  return { id: personId, ...facts, joinedOn: on, cameBy: id, entered };
}

/** Who leaves is there through the day before. */
function moves(leaving: Person, coming: Person | undefined, { id, on }: Asked): ContractEntry[] {
  const lastDay = addDays(on, -1);
  const leftOn = lastDay < leaving.joinedOn ? leaving.joinedOn : lastDay;
  const left = { ...leaving, leftOn, leftBy: id };
  return [
    { kind: "person", id: left.id, person: left },
    ...(coming === undefined ? [] : [{ kind: "person", id: coming.id, person: coming } as const]),
  ];
}
