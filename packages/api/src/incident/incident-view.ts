import { evidenceSchema } from "@luyue/core/event";
import type { ClockStanding, IncidentAssessment, IncidentClock } from "@luyue/core/incident";
import type { IncidentStanding } from "@luyue/usecases/incident";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";
import { actView, viewAct } from "../payment/index.ts";

export const incidentStateView = z.enum(["open", "closed", "withdrawn"]);
const sideView = z.enum(["buyer", "vendor"]);
const instantView = z.string().nullable().meta({ description: "RFC 3339; null while it has not come" });

const clockView = nameSchema(
  "IncidentClock",
  z.object({
    limit: z.string(),
    title: textView,
    startedAt: z.string(),
    dueAt: z.string(),
    metAt: instantView,
    state: z.enum(["running", "met", "broken", "metLate"]),
    taken: z.int().meta({ description: "whole minutes of the limit's own hours" }),
    left: z.int().meta({ description: "whole minutes until the deadline, 0 once it has passed" }),
  }),
);

const assessmentView = z.object({
  class: z.string().nullable().meta({ description: "`none`, or null while facts are missing" }),
  ground: z.string().nullable(),
  open: listOf(z.string()).meta({
    description: "facts that could make it a graver one; `kind` and `recoveredAt` among them",
  }),
  grounds: listOf(
    z.object({
      class: z.string(),
      ground: z.string(),
      title: textView,
      holds: z.boolean().nullable(),
      conditions: listOf(
        z.object({ text: textView, holds: z.boolean().nullable(), missing: listOf(z.string()) }),
      ),
    }),
  ),
});

/** An incident with its clocks, what its facts come to, and the penalties that stand on it. */
export const incidentView = nameSchema(
  "Incident",
  z.object({
    id: z.string(),
    number: z.int(),
    state: incidentStateView,
    title: z.string(),
    description: z.string().nullable(),
    service: z.string().nullable(),
    kind: z.string().nullable(),
    happenedAt: z.string(),
    reportedAt: z.string(),
    respondedAt: instantView,
    onSiteAt: instantView,
    recoveredAt: instantView,
    facts: z.record(z.string(), z.union([z.boolean(), z.string()])),
    fault: z.enum(["vendor", "buyer", "other"]).nullable(),
    evidence: listOf(evidenceSchema),
    reported: actView.extend({ side: sideView }),
    classified: actView
      .extend({
        class: z.string(),
        ground: z.string().nullable(),
        proposed: z.string().nullable().meta({ description: "what the facts came to then" }),
        reason: z.string().nullable(),
      })
      .nullable(),
    closed: actView.extend({ note: z.string().nullable() }).nullable(),
    withdrawn: actView.extend({ reason: z.string() }).nullable(),
    clocks: listOf(clockView),
    worst: clockView.nullable().meta({ description: "the clock that breaks, or broke, first" }),
    assessment: assessmentView.nullable(),
    outdated: z
      .boolean()
      .meta({ description: "the facts come to something else than when it was given its class" }),
    penalties: listOf(z.object({ id: z.string(), title: z.string(), state: z.string() })),
  }),
);

export function viewIncident(standing: IncidentStanding): z.infer<typeof incidentView> {
  const { incident, assessment, outdated, penalties } = standing;
  const { classified, reported } = incident;
  return {
    id: incident.id,
    number: incident.number,
    state: incident.state,
    title: incident.title,
    description: incident.description ?? null,
    service: incident.service ?? null,
    kind: incident.kind ?? null,
    happenedAt: incident.happenedAt,
    reportedAt: incident.reportedAt,
    respondedAt: incident.respondedAt ?? null,
    onSiteAt: incident.onSiteAt ?? null,
    recoveredAt: incident.recoveredAt ?? null,
    facts: incident.facts,
    fault: incident.fault ?? null,
    evidence: incident.evidence,
    reported: { ...viewAct(reported), side: reported.side },
    classified:
      classified === undefined
        ? null
        : {
            ...viewAct(classified),
            class: classified.class,
            ground: classified.ground ?? null,
            proposed: classified.proposed ?? null,
            reason: classified.reason ?? null,
          },
    ...viewEnd(incident),
    ...viewClocks(standing),
    assessment: assessment === undefined ? null : viewAssessment(assessment),
    outdated,
    penalties: penalties.map(({ id, title, state }) => ({ id, title, state })),
  };
}

function viewEnd(incident: IncidentStanding["incident"]) {
  const { state } = incident;
  return {
    closed: state === "closed" ? { ...viewAct(incident.closed), note: incident.closed.note ?? null } : null,
    withdrawn:
      state === "withdrawn" ? { ...viewAct(incident.withdrawn), reason: incident.withdrawn.reason } : null,
  };
}

function viewClocks({ clocks, worst }: ClockStanding) {
  return { clocks: clocks.map(viewClock), worst: worst === undefined ? null : viewClock(worst) };
}

function viewClock({ metAt, ...clock }: IncidentClock) {
  return { ...clock, metAt: metAt ?? null };
}

function viewAssessment({ class: found, ground, open, grounds }: IncidentAssessment) {
  return {
    class: found ?? null,
    ground: ground ?? null,
    open,
    grounds: grounds.map(({ holds, conditions, ...each }) => ({
      ...each,
      holds: holds ?? null,
      conditions: conditions.map((one) => ({ ...one, holds: one.holds ?? null })),
    })),
  };
}
