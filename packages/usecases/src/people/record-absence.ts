import { civilDateOf, civilDateSchema } from "@luyue/core/civil-date";
import { evidenceListSchema } from "@luyue/core/event";
import { type Absence, isHere } from "@luyue/core/people";
import { isLivePenalty } from "@luyue/core/penalty";
import * as z from "zod";
import { changeLine } from "../contract/change-line.ts";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { demandEvidence } from "../file/index.ts";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { conflictOf, invalidAt, notFoundOf } from "../runtime/refusals.ts";
import { demandPerson, ofPerson, reasonSchema } from "./demand-person.ts";

/** A contract has at most so many absences. */
const mostAbsences = 500;

/** Records that somebody was swapped without consent, away without leave, or not replaced in time: one person-time 人次. */
export const recordAbsence = defineCommand({
  name: "absence.record",
  input: ofPerson.extend({
    what: z.enum(["swapped", "absent", "notReplaced"]),
    on: civilDateSchema,
    note: z.string().trim().min(1).max(1000),
    evidence: evidenceListSchema.optional(),
  }),
  permission: "person:decide",
  async decide(context, { contractId, personId, evidence = [], ...facts }) {
    const state = await demandRunningContract(context, contractId);
    const person = demandPerson(state, personId);
    if (state.work.absences.length >= mostAbsences) throw tooMany;
    if (facts.on > civilDateOf(context.runtime.now())) {
      throw invalidAt("/on", { zh: "日期晚于今天", en: "the date is after today" });
    }
    if (facts.what === "absent" && !isHere(person, facts.on)) {
      throw invalidAt("/on", { zh: "该人员当日不在名册", en: "they were not on the roster on that day" });
    }
    await demandEvidence(evidence, context);
    const id = context.runtime.newId("abs");
    const absence: Absence = { id, personId, ...facts, evidence, recorded: actOf(context) };
    return decideEntry(state, { kind: "absence", id, absence }, context, {
      answer: { id, personId, on: absence.on },
      subject: id,
      after: { absence },
    });
  },
});

const tooMany = conflictOf({
  zh: `一份合同最多 ${mostAbsences} 人次`,
  en: `a contract has at most ${mostAbsences} absences`,
});

/** An absence was recorded in error: it counts no more. Throws `conflict` while a penalty stands on it. */
export const withdrawAbsence = defineCommand({
  name: "absence.withdraw",
  input: z.strictObject({
    contractId: contractIdSchema,
    absenceId: z.string().regex(/^abs_[0-9a-z]{10,40}$/),
    reason: reasonSchema,
  }),
  permission: "person:decide",
  async decide(context, { contractId, absenceId, reason }) {
    const state = await demandRunningContract(context, contractId);
    const before = state.work.absences.find(({ id }) => id === absenceId);
    if (before === undefined) throw notFoundOf({ zh: "找不到该缺勤记录", en: "no such absence" });
    if (before.withdrawn !== undefined) throw withdrawnAlready;
    const occasion = `absence.${absenceId}`;
    if (state.work.penalties.some((each) => each.occasion === occasion && isLivePenalty(each)))
      throw penalised;
    const absence: Absence = { ...before, withdrawn: { ...actOf(context), reason } };
    return decideEntry(state, { kind: "absence", id: absenceId, absence }, context, {
      answer: { id: absenceId, personId: absence.personId, on: absence.on },
      subject: absenceId,
      ...changeLine("absence", before, absence),
      reason,
    });
  },
});

const withdrawnAlready = conflictOf({ zh: "已撤回", en: "it has been taken back already" });
const penalised = conflictOf({
  zh: "有违约金以此为依据，请先撤回该违约金",
  en: "a penalty rests on it: take that back first",
});
