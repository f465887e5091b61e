import { civilDateOf } from "@luyue/core/civil-date";
import { evidenceListSchema } from "@luyue/core/event";
import type { Penalty } from "@luyue/core/penalty";
import * as z from "zod";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { demandEvidence } from "../file/index.ts";
import { actOf, demandOther, demandPaper, sideOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { definedOf } from "../runtime/defined-of.ts";
import { conflictOf, invalidAt } from "../runtime/refusals.ts";
import { changePenalty, demandPenalty, ofPenalty } from "./demand-penalty.ts";

/**
 * The vendor's answer 申辩 to a proposed penalty, by its own people through the last day for it, and as often as they like
 * until it is decided; or by the agency's from a paper that is named, by somebody else than who proposed it, and never in
 * the place of what the vendor's own people have said.
 */
export const answerPenalty = defineCommand({
  name: "penalty.answer",
  input: ofPenalty.extend({
    agrees: z.boolean(),
    note: z.string().trim().min(1).max(2000).optional(),
    evidence: evidenceListSchema.optional(),
  }),
  permission: "penalty:answer",
  async decide(context, { contractId, penaltyId, agrees, note, evidence = [] }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandPenalty(state, penaltyId, "proposed");
    if (civilDateOf(context.runtime.now()) > before.answerBy) throw tooLate(before);
    if (!agrees && note === undefined) {
      throw invalidAt("/note", { zh: "不同意时须说明理由", en: "a disagreement says why" });
    }
    const side = sideOf(context);
    if (side === "buyer") {
      demandOther(before.proposed, context);
      if (before.answer?.side === "vendor") throw answeredItself;
      demandPaper(evidence);
    }
    await demandEvidence(evidence, context);
    const answer = { ...actOf(context), side, agrees, ...definedOf({ note }), evidence };
    const penalty: Penalty = { ...before, answer };
    return changePenalty(state, before, penalty, context, { agrees });
  },
});

function tooLate({ answerBy }: Penalty) {
  return conflictOf({
    zh: `答复期已于 ${answerBy} 届满`,
    en: `the time to answer ended on ${answerBy}`,
  });
}

const answeredItself = conflictOf({
  zh: "乙方人员已答复，不能以纸质登记代替",
  en: "the vendor's own people have answered: no paper takes the place of that",
});
