import { civilDateOf } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { readAnswerDay } from "@luyue/core/obligation";
import { findMarkFaults, type ItemMarks, type ScoreSheet, workOutSheet } from "@luyue/core/score";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { conflict, demandOver, demandScoredPeriod, noScore } from "./demand-score.ts";
import { marksSchema, noteSchema, ofPeriod } from "./score-inputs.ts";
import { listScoredPeriods, type ScoredPeriod } from "./scored-period.ts";

/**
 * Proposes the score 考核评分 of a period that is over, with the marks of what was scheduled. Proposed anew it takes the
 * place of the earlier proposal, whose answer is gone.
 */
export const proposeScore = defineCommand({
  name: "score.propose",
  input: ofPeriod.extend({ marks: marksSchema, note: noteSchema.optional() }),
  permission: "score:propose",
  async decide(context, { contractId, period, note, ...input }) {
    const state = await demandRunningContract(context, contractId);
    const scored = demandScoredPeriod(period, listScoredPeriods(state, context), state);
    demandOver(scored, context);
    const earlier = state.work.sheets.find((each) => each.period === period);
    if (earlier?.state === "final") throw isFinal(period);
    const marks = input.marks.map(
      ({ note: remark, ...rest }): ItemMarks => (remark === undefined ? rest : { ...rest, note: remark }),
    );
    const { tenant, runtime } = context;
    const { terms, version: termsVersion } = scored.version;
    const sheet: ScoreSheet = {
      id: earlier?.id ?? runtime.newId("sco"),
      period,
      version: (earlier?.version ?? 0) + 1,
      marks,
      termsVersion,
      score: demandScore(scored, marks),
      answerBy: readAnswerDay(terms, civilDateOf(runtime.now()), tenantCalendar(tenant, runtime)),
      proposed: { ...actOf(context), ...(note === undefined ? {} : { note }) },
      state: "proposed",
    };
    const { id, version, score, answerBy } = sheet;
    return decideEntry(state, { kind: "sheet", id, sheet }, context, {
      answer: { id, period, version, state: sheet.state, score, answerBy },
      subject: id,
      // Its marks stand on the record where they were proposed.
      ...(earlier === undefined ? {} : { before: { sheet: summaryOf(earlier) } }),
      after: { sheet },
    });
  },
});

function summaryOf({ id, version, state, score, answer }: ScoreSheet) {
  return { id, version, state, score, ...(answer === undefined ? {} : { answer }) };
}

/** The score of the marks by the period's own terms. Throws `invalid` at each place that is wrong. */
function demandScore({ period, version, items }: ScoredPeriod, marks: readonly ItemMarks[]): string {
  const { score } = version.terms;
  if (score === undefined) throw noScore();
  if (!items.some(({ scheduled }) => scheduled)) throw nothingScheduled(period);
  const faults = findMarkFaults(marks, items);
  if (faults.length > 0) {
    throw new DomainError("invalid", { zh: "评分有误", en: "the marks are not valid" }, faults);
  }
  return workOutSheet(score, marks).score;
}

function isFinal(period: string): DomainError {
  return conflict({
    zh: `${period} 的考核评分已确定，须先由评分人以外的人重新打开`,
    en: `the score of ${period} is final: somebody else than who proposed it has to reopen it first`,
  });
}

function nothingScheduled(period: string): DomainError {
  return conflict({
    zh: `${period} 没有安排任何考核项，本期不评分`,
    en: `nothing was scheduled in ${period}: it has no score`,
  });
}
