import type { Incident } from "@luyue/core/incident";
import { changeLine } from "../contract/change-line.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import type { ContractState } from "../contract/contract.ts";
import { actOf } from "../runtime/act.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { conflictOf } from "../runtime/refusals.ts";
import { demandIncident, demandNoPenalty, ofIncident } from "./demand-incident.ts";
import { answerOf, noteSchema } from "./incident-inputs.ts";

/** An incident is over and dealt with: it has recovered and, where the contract has classes, been given one. */
export const closeIncident = defineCommand({
  name: "incident.close",
  input: ofIncident.extend({ note: noteSchema.optional() }),
  permission: "incident:classify",
  async decide(context, { contractId, incidentId, note }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandIncident(state, incidentId, "open");
    if (before.recoveredAt === undefined) throw notRecovered;
    if (state.terms.terms.incidents !== undefined && before.classified === undefined) throw notJudged;
    const closed = { ...actOf(context), ...(note === undefined ? {} : { note }) };
    return change(state, before, { ...before, state: "closed", closed }, context);
  },
});

/** An incident was closed too early, or has to be corrected: it is open again. */
export const reopenIncident = defineCommand({
  name: "incident.reopen",
  input: ofIncident.extend({ reason: noteSchema }),
  permission: "incident:classify",
  async decide(context, { contractId, incidentId, reason }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandIncident(state, incidentId, "closed");
    const { closed: _closed, ...facts } = before;
    return change(state, before, { ...facts, state: "open" }, context, reason);
  },
});

/** An incident was reported in error: it counts no more. Throws `conflict` while a penalty stands on it. */
export const withdrawIncident = defineCommand({
  name: "incident.withdraw",
  input: ofIncident.extend({ reason: noteSchema }),
  permission: "incident:classify",
  async decide(context, { contractId, incidentId, reason }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandIncident(state, incidentId, "open");
    demandNoPenalty(state, before);
    const withdrawn = { ...actOf(context), reason };
    return change(state, before, { ...before, state: "withdrawn", withdrawn }, context, reason);
  },
});

function change(
  state: ContractState,
  before: Incident,
  incident: Incident,
  context: CommandContext,
  reason?: string,
) {
  return decideEntry(state, { kind: "incident", id: incident.id, incident }, context, {
    answer: answerOf(incident),
    subject: incident.id,
    ...changeLine("incident", before, incident),
    ...(reason === undefined ? {} : { reason }),
  });
}

const notRecovered = conflictOf({
  zh: "请先登记恢复时刻",
  en: "enter when it was recovered from first",
});
const notJudged = conflictOf({ zh: "请先定级", en: "give it a class first" });
