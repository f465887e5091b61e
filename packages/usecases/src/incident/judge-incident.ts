import { keySchema } from "@luyue/core/event";
import { classifyIncident, type Incident } from "@luyue/core/incident";
import * as z from "zod";
import { changeLine } from "../contract/change-line.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { conflictOf, invalidAt } from "../runtime/refusals.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { demandIncident, demandNoPenalty, ofIncident } from "./demand-incident.ts";
import { answerOf, noteSchema } from "./incident-inputs.ts";

/** Who answers for an incident, as far as somebody has found. */
const faultSchema = z.enum(["vendor", "buyer", "other"]);

/**
 * Gives an incident its class 定级 and says who answers for it. A class that the facts do not come to wants a reason, `none`
 * is that of no class of the contract. The decision names what the facts came to.
 */
export const judgeIncident = defineCommand({
  name: "incident.judge",
  input: ofIncident.extend({
    class: z.union([z.literal("none"), keySchema]),
    fault: faultSchema,
    reason: noteSchema.optional(),
  }),
  permission: "incident:classify",
  async decide(context, { contractId, incidentId, class: chosen, fault, reason }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandIncident(state, incidentId, "open");
    demandNoPenalty(state, before);
    const { incidents } = state.terms.terms;
    if (incidents === undefined) throw noClasses;
    if (chosen !== "none" && !incidents.classes.some(({ key }) => key === chosen)) throw noSuchClass(chosen);
    const calendar = tenantCalendar(context.tenant, context.runtime);
    const assessed = classifyIncident(incidents, before, calendar, context.runtime.now());
    const proposed = assessed.class ?? "none";
    if (chosen !== proposed && reason === undefined) throw unexplained(proposed);
    const ground = assessed.grounds.find(({ class: of, holds }) => of === chosen && holds === true)?.ground;
    const incident: Incident = {
      ...before,
      fault,
      classified: {
        ...actOf(context),
        class: chosen,
        ...(ground === undefined ? {} : { ground }),
        proposed,
        ...(reason === undefined ? {} : { reason }),
        termsVersion: state.terms.version,
      },
    };
    return decideEntry(state, { kind: "incident", id: incidentId, incident }, context, {
      answer: { ...answerOf(incident), class: chosen, proposed, fault },
      subject: incidentId,
      ...changeLine("incident", before, incident),
      ...(reason === undefined ? {} : { reason }),
    });
  },
});

const noClasses = conflictOf({
  zh: "合同未约定事件级别",
  en: "the contract agrees on no classes of incidents",
});

function noSuchClass(chosen: string) {
  return invalidAt("/class", { zh: `合同没有级别“${chosen}”`, en: `the contract has no class ${chosen}` });
}

function unexplained(proposed: string) {
  return invalidAt("/reason", {
    zh: `按已知事实应为“${proposed}”，另定须说明理由`,
    en: `the facts come to “${proposed}”: say why it is another class`,
  });
}
