import type { ScoreSheet } from "@luyue/core/score";
import { changeLine } from "../contract/change-line.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { demandSheet } from "./demand-score.ts";
import { ofPeriod, reasonSchema } from "./score-inputs.ts";

/** Takes back a proposed score, with the reason; the period may be scored again. */
export const withdrawScore = defineCommand({
  name: "score.withdraw",
  input: ofPeriod.extend({ reason: reasonSchema }),
  permission: "score:propose",
  async decide(context, { contractId, period, reason }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandSheet(state, period, "proposed");
    const sheet: ScoreSheet = { ...before, state: "withdrawn", decided: { ...actOf(context), reason } };
    const { id, version, score } = sheet;
    return decideEntry(state, { kind: "sheet", id, sheet }, context, {
      answer: { id, period, version, state: sheet.state, score },
      subject: id,
      ...changeLine("sheet", before, sheet),
      reason,
    });
  },
});
