import { instantSchema } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { keySchema } from "@luyue/core/event";
import type { Incident } from "@luyue/core/incident";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandActiveContract } from "../contract/demand-contract.ts";
import { demandEvidence } from "../file/index.ts";
import { actOf, sideOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { definedOf } from "../runtime/defined-of.ts";
import {
  answerOf,
  demandSoundIncident,
  descriptionSchema,
  evidenceSchema,
  factsSchema,
  laterInstants,
  titleSchema,
} from "./incident-inputs.ts";

/** A contract has at most so many incidents. */
const mostIncidents = 500;

/**
 * Reports an incident 安全事件, by either side: when it happened, when it was reported (now, where nothing is said), and
 * what is known of it. The clocks of its service run from the report.
 */
export const reportIncident = defineCommand({
  name: "incident.report",
  input: laterInstants.extend({
    contractId: contractIdSchema,
    title: titleSchema,
    description: descriptionSchema.optional(),
    service: keySchema.optional(),
    kind: keySchema.optional(),
    happenedAt: instantSchema,
    reportedAt: instantSchema.optional(),
    facts: factsSchema.optional(),
    evidence: evidenceSchema.optional(),
  }),
  permission: "incident:report",
  async decide(context, { contractId, facts = {}, evidence = [], reportedAt, ...given }) {
    const state = await demandActiveContract(context, contractId);
    const { incidents } = state.work;
    if (incidents.length >= mostIncidents) throw tooMany();
    const entered = definedOf({ ...given, facts, reportedAt: reportedAt ?? context.runtime.now() });
    demandSoundIncident(entered, state, context);
    await demandEvidence(evidence, context);
    const incident: Incident = {
      id: context.runtime.newId("inc"),
      number: Math.max(0, ...incidents.map(({ number }) => number)) + 1,
      ...entered,
      evidence,
      reported: { ...actOf(context), side: sideOf(context) },
      state: "open",
    };
    const { id } = incident;
    return decideEntry(state, { kind: "incident", id, incident }, context, {
      answer: answerOf(incident),
      subject: id,
      after: { incident },
    });
  },
});

function tooMany(): DomainError {
  return new DomainError("conflict", {
    zh: `一份合同最多 ${mostIncidents} 起事件`,
    en: `a contract has at most ${mostIncidents} incidents`,
  });
}
