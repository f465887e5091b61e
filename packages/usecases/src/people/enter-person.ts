import { civilDateOf, civilDateSchema } from "@luyue/core/civil-date";
import { evidenceListSchema } from "@luyue/core/event";
import type { Person, Qualification } from "@luyue/core/people";
import * as z from "zod";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { demandEvidence } from "../file/index.ts";
import { actOf, demandPaper, sideOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { definedOf } from "../runtime/defined-of.ts";
import { conflictOf, invalidAt } from "../runtime/refusals.ts";
import { changePerson, demandHere, demandPerson, ofPerson, reasonSchema } from "./demand-person.ts";

/** A contract has at most so many people on its roster, those who left included. */
export const mostPeople = 200;

const qualificationSchema = z.strictObject({
  title: z.string().trim().min(1).max(200),
  number: z.string().trim().min(1).max(100).optional(),
  validUntil: civilDateSchema.optional(),
});

/** What is kept of a person: what the contract asks for, and no more. */
export const personSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  role: z.string().trim().min(1).max(100),
  key: z.boolean().optional(),
  qualifications: z.array(qualificationSchema).max(20).optional(),
});

export function personOf({ name, role, key = false, qualifications = [] }: z.output<typeof personSchema>) {
  return { name, role, key, qualifications: qualifications.map((each): Qualification => definedOf(each)) };
}

/** Puts somebody of the vendor's on the roster 项目人员名册, from a day on: by either side. */
export const enterPerson = defineCommand({
  name: "person.enter",
  input: personSchema.extend({ contractId: contractIdSchema, joinedOn: civilDateSchema }),
  permission: "person:enter",
  async decide(context, { contractId, joinedOn, ...facts }) {
    const state = await demandRunningContract(context, contractId);
    if (state.work.people.length >= mostPeople) throw tooMany;
    const id = context.runtime.newId("per");
    const entered = { ...actOf(context), side: sideOf(context) };
    const person: Person = { id, ...personOf(facts), joinedOn, entered };
    return decideEntry(state, { kind: "person", id, person }, context, {
      answer: { id, name: person.name },
      subject: id,
      after: { person },
    });
  },
});

export const tooMany = conflictOf({
  zh: `名册最多 ${mostPeople} 人`,
  en: `a roster has at most ${mostPeople} people`,
});

/** Corrects what the roster says of somebody, with the reason. A change of people is asked for, not corrected. */
export const correctPerson = defineCommand({
  name: "person.correct",
  input: ofPerson.extend({
    ...personSchema.partial().shape,
    joinedOn: civilDateSchema.optional(),
    reason: reasonSchema,
  }),
  permission: "person:enter",
  async decide(context, { contractId, personId, reason, qualifications, ...facts }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandPerson(state, personId);
    const listed = qualifications?.map((each): Qualification => definedOf(each));
    const given = { ...definedOf(facts), ...definedOf({ qualifications: listed }) };
    if (Object.keys(given).length === 0) {
      throw invalidAt("", { zh: "没有要更正的内容", en: "there is nothing to correct" });
    }
    return changePerson(state, before, { ...before, ...given }, context, reason);
  },
});

/** Somebody leaves 离岗 without anybody in their place, on a day, with the reason: the agency says so. */
export const leavePerson = defineCommand({
  name: "person.leave",
  input: ofPerson.extend({ on: civilDateSchema, reason: reasonSchema }),
  permission: "person:decide",
  async decide(context, { contractId, personId, on, reason }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandPerson(state, personId);
    demandHere(before, context);
    if (on < before.joinedOn) throw invalidAt("/on", { zh: "早于到岗日", en: "before they joined" });
    return changePerson(state, before, { ...before, leftOn: on }, context, reason);
  },
});

/** Files the secrecy agreement 保密协议 that somebody has signed: its copy is a file or a document. */
export const fileAgreement = defineCommand({
  name: "person.fileAgreement",
  input: ofPerson.extend({
    signedOn: civilDateSchema,
    until: civilDateSchema.optional(),
    evidence: evidenceListSchema,
  }),
  permission: "person:enter",
  async decide(context, { contractId, personId, signedOn, until, evidence }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandPerson(state, personId);
    if (signedOn > civilDateOf(context.runtime.now())) {
      throw invalidAt("/signedOn", { zh: "日期晚于今天", en: "the date is after today" });
    }
    if (until !== undefined && until <= signedOn) {
      throw invalidAt("/until", { zh: "须晚于签署日", en: "must be after the signing" });
    }
    demandPaper(evidence);
    await demandEvidence(evidence, context);
    const agreement = { signedOn, ...definedOf({ until }), evidence, filed: actOf(context) };
    return changePerson(state, before, { ...before, agreement }, context);
  },
});
