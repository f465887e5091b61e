import type { ScoreSheet } from "@luyue/core/score";
import { changeLine } from "../contract/change-line.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { demandSecondPerson, demandSheet } from "./demand-score.ts";
import { ofPeriod, reasonSchema } from "./score-inputs.ts";

/**
 * A score was made final in error: it is proposed again, with the vendor's answer. What had arisen from it has not. What
 * two people decided is not undone by the one of them who proposed it.
 */
export const reopenScore = defineCommand({
  name: "score.reopen",
  input: ofPeriod.extend({ reason: reasonSchema }),
  permission: "score:settle",
  async decide(context, { contractId, period, reason }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandSheet(state, period, "final");
    demandSecondPerson(before, context);
    const { decided: _decided, ...facts } = before;
    const sheet: ScoreSheet = { ...facts, state: "proposed" };
    const { id, version, score, answerBy } = sheet;
    return decideEntry(state, { kind: "sheet", id, sheet }, context, {
      answer: { id, period, version, state: sheet.state, score, answerBy },
      subject: id,
      ...changeLine("sheet", before, sheet),
      reason,
    });
  },
});
