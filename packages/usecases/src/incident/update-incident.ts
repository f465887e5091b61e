import { type Instant, instantSchema } from "@luyue/core/civil-date";
import { type Evidence, keySchema } from "@luyue/core/event";
import type { Incident } from "@luyue/core/incident";
import { changeLine } from "../contract/change-line.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { demandEvidence } from "../file/index.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { definedOf } from "../runtime/defined-of.ts";
import { conflictOf, invalidAt } from "../runtime/refusals.ts";
import { demandIncident, demandNoPenalty, ofIncident } from "./demand-incident.ts";
import {
  answerOf,
  demandSoundIncident,
  descriptionSchema,
  evidenceSchema,
  factsSchema,
  laterInstants,
  noteSchema,
  titleSchema,
} from "./incident-inputs.ts";

const instants = ["respondedAt", "onSiteAt", "recoveredAt"] as const;
const mostEvidence = 40;
const mostEvidenceText = 16_000;

/**
 * Adds to an incident that is open what has come since: its response, arrival and recovery, facts that were not known,
 * evidence. By either side; what is there already is corrected with a reason, not written over.
 */
export const followIncident = defineCommand({
  name: "incident.follow",
  input: ofIncident.extend({
    ...laterInstants.shape,
    facts: factsSchema.optional(),
    evidence: evidenceSchema.optional(),
  }),
  permission: "incident:report",
  async decide(context, { contractId, incidentId, facts = {}, evidence = [], ...given }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandIncident(state, incidentId, "open");
    for (const instant of instants) {
      if (given[instant] !== undefined && before[instant] !== undefined) throw thereAlready(instant);
    }
    for (const [fact, value] of Object.entries(facts)) {
      const known = before.facts[fact];
      if (known !== undefined && known !== value) throw thereAlready(`facts/${fact}`);
    }
    demandRoom([...before.evidence, ...evidence]);
    const incident: Incident = {
      ...before,
      ...definedOf(given),
      facts: { ...before.facts, ...facts },
      evidence: [...before.evidence, ...evidence],
    };
    demandSoundIncident(incident, state, context);
    await demandEvidence(evidence, context);
    return decideEntry(state, { kind: "incident", id: incidentId, incident }, context, {
      answer: answerOf(incident),
      subject: incidentId,
      ...changeLine("incident", before, incident),
    });
  },
});

function thereAlready(place: string) {
  return invalidAt(`/${place}`, {
    zh: "已有记录，请更正并说明理由",
    en: "it is there already: correct it, with the reason",
  });
}

/** An incident with all its evidence stays small enough for its item and for a line of the record. Throws `conflict`. */
function demandRoom(evidence: readonly Evidence[]): void {
  const text = evidence.reduce((sum, { note = "", document = "" }) => sum + note.length + document.length, 0);
  if (evidence.length <= mostEvidence && text <= mostEvidenceText) return;
  throw conflictOf({
    zh: `一起事件最多 ${mostEvidence} 件证明材料，文字合计不超过 ${mostEvidenceText} 字`,
    en: `at most ${mostEvidence} pieces of evidence for one incident, of ${mostEvidenceText} characters together`,
  });
}

/** An instant that was entered and never was is given as null. */
const corrected = instantSchema.nullable().optional();

/**
 * Corrects an incident, with the reason: what it said before stays on the record. Its class is decided anew, for it rested
 * on what was there; while a penalty stands on it, it is not changed.
 */
export const correctIncident = defineCommand({
  name: "incident.correct",
  input: ofIncident.extend({
    title: titleSchema.optional(),
    description: descriptionSchema.optional(),
    service: keySchema.optional(),
    kind: keySchema.optional(),
    happenedAt: instantSchema.optional(),
    reportedAt: instantSchema.optional(),
    respondedAt: corrected,
    onSiteAt: corrected,
    recoveredAt: corrected,
    facts: factsSchema.optional(),
    reason: noteSchema,
  }),
  permission: "incident:classify",
  async decide(context, { contractId, incidentId, reason, facts, ...given }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandIncident(state, incidentId, "open");
    demandNoPenalty(state, before);
    const { classified: _classified, ...kept } = before;
    const { respondedAt, onSiteAt, recoveredAt, ...rest } = given;
    const later = { respondedAt, onSiteAt, recoveredAt };
    const incident: Incident = { ...withInstants(kept, later), ...definedOf(rest), ...definedOf({ facts }) };
    if (Object.keys(definedOf({ ...rest, ...later, facts })).length === 0) throw nothing;
    demandSoundIncident(incident, state, context);
    return decideEntry(state, { kind: "incident", id: incidentId, incident }, context, {
      answer: answerOf(incident),
      subject: incidentId,
      ...changeLine("incident", before, incident),
      reason,
    });
  },
});

type Later = Readonly<Record<(typeof instants)[number], string | null | undefined>>;

/** Each instant as it was, as it is given, or gone where it is given as null. */
function withInstants(
  {
    respondedAt,
    onSiteAt,
    recoveredAt,
    ...incident
  }: Omit<Extract<Incident, { state: "open" }>, "classified">,
  later: Later,
) {
  return {
    ...incident,
    ...definedOf({
      respondedAt: replaced(respondedAt, later.respondedAt),
      onSiteAt: replaced(onSiteAt, later.onSiteAt),
      recoveredAt: replaced(recoveredAt, later.recoveredAt),
    }),
  };
}

function replaced(was: Instant | undefined, is: Instant | null | undefined): Instant | undefined {
  return is === undefined ? was : (is ?? undefined);
}

const nothing = invalidAt("", { zh: "没有要更正的内容", en: "there is nothing to correct" });
