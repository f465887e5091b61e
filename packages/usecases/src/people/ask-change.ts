import { type CivilDate, civilDateOf, civilDateSchema } from "@luyue/core/civil-date";
import { countPeriod } from "@luyue/core/date-rule";
import { evidenceListSchema } from "@luyue/core/event";
import { findLatestRequest, type StaffChange } from "@luyue/core/people";
import * as z from "zod";
import { contractIdSchema } from "../contract/contract-id.ts";
import type { ContractState } from "../contract/contract.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { demandEvidence } from "../file/index.ts";
import { actOf, demandPaper } from "../runtime/act.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { definedOf } from "../runtime/defined-of.ts";
import { conflictOf, invalidAt } from "../runtime/refusals.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { demandHere, demandPerson, personIdSchema, reasonSchema } from "./demand-person.ts";
import { personOf, personSchema } from "./enter-person.ts";

/** A contract has at most so many requests for other people. */
const mostChanges = 300;

const input = z.strictObject({
  contractId: contractIdSchema,
  out: personIdSchema,
  in: personSchema.optional(),
  on: civilDateSchema,
  reason: reasonSchema,
  evidence: evidenceListSchema.optional(),
});

const usualAnswer = { count: 5, unit: "workingDay" } as const;

/**
 * The vendor asks for a change of people 人员更换, by its own people or on a paper that the agency names: who leaves, who
 * comes, and from which day on. The answer says whether that is as far ahead as the contract wants; the buyer answers.
 */
export const askStaffChange = defineCommand({
  name: "staffChange.ask",
  input,
  permission: "person:enter",
  async decide(context, { contractId, evidence = [], ...asked }) {
    const { state, today } = await demandChangeable(context, { contractId, ...asked });
    if (context.actor.kind !== "partner") demandPaper(evidence);
    await demandEvidence(evidence, context);
    const calendar = tenantCalendar(context.tenant, context.runtime);
    const { count, unit } = state.terms.terms.people?.answer ?? usualAnswer;
    const answerBy = countPeriod(calendar, today, count, unit).on;
    const latest = findLatestRequest(state.terms.terms, asked.on, calendar);
    const change = changeOf(context, { ...asked, evidence }, "vendor", today, answerBy);
    return write(state, change, context, {
      latest: latest ?? null,
      inTime: latest === undefined || today <= latest,
    });
  },
});

/** The buyer demands 要求更换 another person: the vendor carries it out by a day, and nobody has to consent. */
export const demandStaffChange = defineCommand({
  name: "staffChange.demand",
  input: input.omit({ in: true }),
  permission: "person:decide",
  async decide(context, { contractId, evidence = [], ...asked }) {
    const { state, today } = await demandChangeable(context, { contractId, ...asked });
    await demandEvidence(evidence, context);
    return write(state, changeOf(context, { ...asked, evidence }, "buyer", today), context, {});
  },
});

interface Asked {
  readonly contractId: string;
  readonly out: string;
  readonly on: CivilDate;
}

async function demandChangeable(context: CommandContext, { contractId, out, on }: Asked) {
  const state = await demandRunningContract(context, contractId);
  const { changes } = state.work;
  if (changes.length >= mostChanges) throw tooMany;
  const leaving = demandPerson(state, out);
  demandHere(leaving, context);
  if (
    changes.some((change) => change.out === out && (change.state === "asked" || change.state === "consented"))
  ) {
    throw underWay;
  }
  const today = civilDateOf(context.runtime.now());
  if (on < today) throw invalidAt("/on", { zh: "日期早于今天", en: "the date is before today" });
  return { state, today };
}

type Facts = Omit<z.output<typeof input>, "contractId" | "evidence"> & Pick<StaffChange, "evidence">;

function changeOf(
  context: CommandContext,
  { in: newcomer, ...facts }: Facts,
  side: "buyer" | "vendor",
  today: CivilDate,
  answerBy?: CivilDate,
): StaffChange {
  return {
    id: context.runtime.newId("chg"),
    ...facts,
    ...definedOf({ in: newcomer === undefined ? undefined : personOf(newcomer), answerBy }),
    asked: { ...actOf(context), side, on: today },
    state: "asked",
  };
}

function write<A extends object>(
  state: ContractState,
  change: StaffChange,
  context: CommandContext,
  more: A,
) {
  const { id, answerBy } = change;
  return decideEntry(state, { kind: "change", id, change }, context, {
    answer: { id, state: change.state, answerBy: answerBy ?? null, ...more },
    subject: id,
    after: { change },
  });
}

const tooMany = conflictOf({
  zh: `一份合同最多 ${mostChanges} 次人员更换`,
  en: `a contract has at most ${mostChanges} changes of staff`,
});
const underWay = conflictOf({
  zh: "该人员已有更换在办理",
  en: "a change of this person is under way already",
});
