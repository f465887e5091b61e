import { civilDateOf } from "@luyue/core/civil-date";
import { type Evidence, evidenceListSchema } from "@luyue/core/event";
import { isAnswerOpen, type ScoreSheet } from "@luyue/core/score";
import * as z from "zod";
import { changeLine } from "../contract/change-line.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { demandEvidence } from "../file/index.ts";
import { actOf, demandOther, demandPaper } from "../runtime/act.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";
import { conflict, demandSheet } from "./demand-score.ts";
import { noteSchema, ofPeriod } from "./score-inputs.ts";

/**
 * The vendor's answer 申述 to a proposed score, by its own people through the last day for it, and as often as they like until
 * the score is final; or by the agency's from a paper that is named, by somebody else than who proposed the score, and
 * never in the place of what the vendor's own people have said.
 */
export const answerScore = defineCommand({
  name: "score.answer",
  input: ofPeriod.extend({
    agrees: z.boolean(),
    note: noteSchema.optional(),
    evidence: evidenceListSchema.optional(),
  }),
  permission: "score:answer",
  async decide(context, { contractId, period, agrees, note, evidence = [] }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandSheet(state, period, "proposed");
    demandInTime(before, civilDateOf(context.runtime.now()));
    if (!agrees && note === undefined) {
      throw invalidAt("/note", { zh: "不同意时须说明理由", en: "a disagreement says why" });
    }
    const side = context.actor.kind === "partner" ? "vendor" : "buyer";
    if (side === "buyer") demandFromPaper(before, evidence, context);
    await demandEvidence(evidence, context);
    const said = note === undefined ? {} : { note };
    const answer = { ...actOf(context), side, agrees, ...said, evidence } as const;
    const sheet: ScoreSheet = { ...before, answer };
    const { id, version, score, answerBy } = sheet;
    return decideEntry(state, { kind: "sheet", id, sheet }, context, {
      answer: { id, period, version, state: sheet.state, score, answerBy, agrees },
      subject: id,
      ...changeLine("sheet", before, sheet),
    });
  },
});

function demandFromPaper(
  { period, proposed, answer }: ScoreSheet,
  evidence: readonly Evidence[],
  context: CommandContext,
): void {
  demandOther(proposed, context);
  if (answer?.side === "vendor") {
    throw conflict({
      zh: `乙方人员已答复 ${period} 的考核评分，不能以纸质登记代替`,
      en: `the vendor's own people have answered the score of ${period}: no paper takes the place of that`,
    });
  }
  demandPaper(evidence);
}

function demandInTime(sheet: ScoreSheet, today: string): void {
  if (isAnswerOpen(sheet, today)) return;
  const { period, answerBy } = sheet;
  throw conflict({
    zh: `${period} 考核评分的答复期已于 ${answerBy} 届满`,
    en: `the time to answer the score of ${period} ended on ${answerBy}`,
  });
}
