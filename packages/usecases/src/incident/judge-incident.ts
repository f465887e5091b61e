import { keySchema } from "@luyue/core/event";
import type { Calendar } from "@luyue/core/calendar";
import type { Instant } from "@luyue/core/civil-date";
import type { IncidentTerms } from "@luyue/core/contract";
import { classifyIncident, type Incident, type IncidentAssessment, nameMissing } from "@luyue/core/incident";
import type { Text } from "@luyue/core/text";
import * as z from "zod";
import { changeLine } from "../contract/change-line.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { demandIncident, demandNoPenalty, ofIncident } from "./demand-incident.ts";
import { answerOf, noteSchema } from "./incident-inputs.ts";

/** Who answers for an incident, as far as somebody has found. */
const faultSchema = z.enum(["vendor", "buyer", "other"]);

/**
 * Gives an incident its class 定级 and says who answers for it: `none` is that of no class of the contract, and the only one
 * where it has no classes. A class that the facts do not come to, or do not come to yet, wants a reason; the decision names
 * what they came to.
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
    const classes = incidents?.classes ?? [];
    if (chosen !== "none" && !classes.some(({ key }) => key === chosen)) throw noSuchClass(chosen);
    const calendar = tenantCalendar(context.tenant, context.runtime);
    const assessed = assessClass(incidents, before, calendar, context.runtime.now());
    const { class: proposed } = assessed;
    if (chosen !== proposed && reason === undefined) {
      throw unexplained(proposed, namesOf(assessed.open, incidents));
    }
    const ground = assessed.grounds.find(({ class: of, holds }) => of === chosen && holds === true)?.ground;
    const incident: Incident = {
      ...before,
      fault,
      classified: {
        ...actOf(context),
        class: chosen,
        ...(ground === undefined ? {} : { ground }),
        ...(proposed === undefined ? {} : { proposed }),
        ...(reason === undefined ? {} : { reason }),
        termsVersion: state.terms.version,
      },
    };
    return decideEntry(state, { kind: "incident", id: incidentId, incident }, context, {
      answer: { ...answerOf(incident), class: chosen, proposed: proposed ?? null, fault },
      subject: incidentId,
      ...changeLine("incident", before, incident),
      ...(reason === undefined ? {} : { reason }),
    });
  },
});

const unclassed: IncidentAssessment = { class: "none", open: [], grounds: [] };

function assessClass(terms: IncidentTerms | undefined, ...rest: [Incident, Calendar, Instant]) {
  return terms === undefined ? unclassed : classifyIncident(terms, ...rest);
}

function noSuchClass(chosen: string) {
  return invalidAt("/class", { zh: `合同没有级别“${chosen}”`, en: `the contract has no class ${chosen}` });
}

function namesOf(open: readonly string[], terms: IncidentTerms | undefined): Text {
  const names = terms === undefined ? [] : open.map((fact) => nameMissing(terms, fact));
  return {
    zh: names.map(({ zh }) => zh).join("、"),
    en: names.map(({ en }) => en).join(", "),
  };
}

function unexplained(proposed: string | undefined, missing: Text) {
  if (proposed === undefined) {
    return invalidAt("/reason", {
      zh: `尚未填写：${missing.zh}，不能按事实定级；现在定级须说明理由`,
      en: `the facts do not come to a class yet (missing: ${missing.en}): say why it has one now`,
    });
  }
  return invalidAt("/reason", {
    zh: `按已知事实应为“${proposed}”，另定须说明理由`,
    en: `the facts come to “${proposed}”: say why it is another class`,
  });
}
