import { civilDateOf } from "@luyue/core/civil-date";
import {
  findMarkFaults,
  findScoreTriggers,
  isAnswerOpen,
  type ScoreSheet,
  type ScoreTrigger,
  workOutSheet,
} from "@luyue/core/score";
import { withWork } from "@luyue/core/work";
import type { ContractState } from "../contract/contract.ts";
import { changeLine } from "../contract/change-line.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { actOf, demandOther } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { conflict, demandScoredPeriod, demandSecondPerson, demandSheet } from "./demand-score.ts";
import { noteSchema, ofPeriod } from "./score-inputs.ts";
import { listScoredPeriods, type ScoredPeriod, scoreTermsOf } from "./scored-period.ts";
import { yearOf } from "./score-year.ts";

type Proposed = Extract<ScoreSheet, { state: "proposed" }>;

/**
 * Makes a proposed score final: by another person than who proposed it, once the vendor has answered or its time is over.
 * Answers with the year so far and with what arises from the score.
 */
export const settleScore = defineCommand({
  name: "score.settle",
  input: ofPeriod.extend({ note: noteSchema.optional() }),
  permission: "score:settle",
  async decide(context, { contractId, period, note }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandSheet(state, period, "proposed");
    demandSecondPerson(before, context);
    if (before.answer?.side === "buyer") demandOther(before.answer, context);
    demandAnswered(before, civilDateOf(context.runtime.now()));
    const periods = listScoredPeriods(state, context);
    demandUnchanged(before, state, periods);
    const decided = { ...actOf(context), ...(note === undefined ? {} : { note }) };
    const sheet: ScoreSheet = { ...before, state: "final", decided };
    const { id, version, score } = sheet;
    const { sheets } = withWork(state.work, { kind: "sheet", id, sheet });
    return decideEntry(state, { kind: "sheet", id, sheet }, context, {
      answer: {
        id,
        period,
        version,
        state: sheet.state,
        score,
        year: yearOf(period, periods, sheets),
        triggers: findNewTriggers(state, sheets),
      },
      subject: id,
      ...changeLine("sheet", before, sheet),
    });
  },
});

function demandAnswered(sheet: Proposed, today: string): void {
  if (sheet.answer !== undefined || !isAnswerOpen(sheet, today)) return;
  const { period, answerBy } = sheet;
  throw conflict({
    zh: `乙方对 ${period} 考核评分的答复期至 ${answerBy}，其答复前或该日以前不能确定`,
    en: `the vendor may answer the score of ${period} through ${answerBy}: until it does it is final only after that day`,
  });
}

/** A score that became wrong with what was recorded since is proposed anew. Throws `conflict` with what has changed. */
function demandUnchanged(
  { period, marks, score }: Proposed,
  state: ContractState,
  periods: readonly ScoredPeriod[],
): void {
  const { items, version } = demandScoredPeriod(period, periods, state);
  const [fault] = findMarkFaults(marks, items);
  const terms = version.terms.score;
  if (fault !== undefined) {
    throw conflict({
      zh: `${period} 的考核安排在评分提出后有变化，请重新提出：${fault.reason.zh}`,
      en: `the schedule of ${period} has changed since: propose the score anew; ${fault.reason.en}`,
    });
  }
  const now = terms === undefined ? undefined : workOutSheet(terms, marks).score;
  if (now === score) return;
  throw conflict({
    zh: `${period} 的考核条款在评分提出后有变化（${score} → ${now ?? "—"}），请重新提出`,
    en: `the terms of the score have changed since (${score} → ${now ?? "—"}): propose it anew`,
  });
}

/** What had not arisen before this score was final. */
function findNewTriggers(state: ContractState, sheets: readonly ScoreSheet[]): readonly ScoreTrigger[] {
  const termsOf = scoreTermsOf(state);
  const known = new Set(findScoreTriggers(termsOf, state.work.sheets).map(({ key }) => key));
  return findScoreTriggers(termsOf, sheets).filter(({ key }) => !known.has(key));
}
