import { civilDateOf } from "@luyue/core/civil-date";
import type { ScoreSheet } from "@luyue/core/score";
import * as z from "zod";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { actOf } from "../payment/demand-payment.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";
import { conflict, demandSheet } from "./demand-score.ts";
import { noteSchema, ofPeriod } from "./score-inputs.ts";

/**
 * The vendor's answer 申述 to a proposed score, by its own people or by the agency's from paper: through the last day for
 * it, and as often as they like until the score is final.
 */
export const answerScore = defineCommand({
  name: "score.answer",
  input: ofPeriod.extend({ agrees: z.boolean(), note: noteSchema.optional() }),
  permission: "score:answer",
  async decide(context, { contractId, period, agrees, note }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandSheet(state, period, "proposed");
    demandInTime(before, civilDateOf(context.runtime.now()));
    if (!agrees && note === undefined) {
      throw invalidAt("/note", { zh: "不同意时须说明理由", en: "a disagreement says why" });
    }
    const side = context.actor.kind === "partner" ? "vendor" : "buyer";
    const answer = { ...actOf(context), side, agrees, ...(note === undefined ? {} : { note }) } as const;
    const sheet: ScoreSheet = { ...before, answer };
    const { id, version, score, answerBy } = sheet;
    return decideEntry(state, { kind: "sheet", id, sheet }, context, {
      answer: { id, period, version, state: sheet.state, score, answerBy, agrees },
      subject: id,
      before: { sheet: before },
      after: { sheet },
    });
  },
});

function demandInTime({ period, answerBy }: ScoreSheet, today: string): void {
  if (today <= answerBy) return;
  throw conflict({
    zh: `${period} 考核评分的答复期已于 ${answerBy} 届满`,
    en: `the time to answer the score of ${period} ended on ${answerBy}`,
  });
}
