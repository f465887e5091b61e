import { evidenceSchema } from "@luyue/core/event";
import { type ContractTerms, type IncidentClass, titleText } from "@luyue/core/contract";
import type { ClockStanding, IncidentAssessment, IncidentClock } from "@luyue/core/incident";
import type { ContractIncidents, IncidentStanding } from "@luyue/usecases/incident";
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

const namedView = z.object({ key: z.string(), title: textView });

/** The incidents of a contract as they stand at an instant, and what the contract asks of those who report one. */
export const incidentsView = z.object({
  now: z.string().meta({ description: "the instant at which the clocks stand so" }),
  items: listOf(incidentView),
  asked: z
    .object({
      services: listOf(
        namedView.extend({ limits: listOf(textView).meta({ description: "clocks run on these" }) }),
      ).meta({ description: "services on demand" }),
      kinds: listOf(namedView),
      facts: listOf(
        namedView.extend({
          unit: z.string().nullable().meta({ description: "of a figure; null where a yes or no is asked" }),
          kinds: listOf(z.string())
            .nullable()
            .meta({ description: "asked of incidents of these kinds alone; null: of any" }),
        }),
      ),
      classes: listOf(namedView.extend({ clause: z.string().nullable() })).meta({
        description: "the gravest first; none where the contract has no classes",
      }),
    })
    .meta({ description: "what an incident is reported with under the contract's terms" }),
});

export function viewIncidents({ now, terms, incidents }: ContractIncidents): z.infer<typeof incidentsView> {
  return { now, items: incidents.map(viewIncident), asked: viewAsked(terms) };
}

function viewAsked({
  services = [],
  incidents: { kinds = [], facts = [], classes = [] } = { classes: [] },
}: ContractTerms): z.infer<typeof incidentsView>["asked"] {
  return {
    services: services.flatMap(({ key, title, schedule }) =>
      schedule.schedule === "onDemand"
        ? [
            {
              key,
              title: titleText(title),
              limits: (schedule.limits ?? []).map((limit) => titleText(limit.title)),
            },
          ]
        : [],
    ),
    kinds: kinds.map(({ key, title }) => ({ key, title: titleText(title) })),
    facts: facts.map(({ key, title, unit }) => ({
      key,
      title: titleText(title),
      unit: unit ?? null,
      kinds: kindsOfFact(key, classes),
    })),
    classes: classes.map(({ key, title, clause }) => ({
      key,
      title: titleText(title),
      clause: clause ?? null,
    })),
  };
}

/** Of which kinds of incident a fact is asked; null where a class asks it of any. */
function kindsOfFact(fact: string, classes: readonly IncidentClass[]): string[] | null {
  const asking = classes
    .flatMap(({ grounds }) => grounds)
    .filter(({ all }) =>
      all.some((each) => ("any" in each ? each.any.some((one) => one.fact === fact) : each.fact === fact)),
    );
  const kinds = asking.flatMap(({ kind }) => (kind === undefined ? [] : [kind]));
  return asking.length === 0 || kinds.length < asking.length ? null : [...new Set(kinds)];
}

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
