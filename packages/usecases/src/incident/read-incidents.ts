import type { Calendar } from "@luyue/core/calendar";
import type { Instant } from "@luyue/core/civil-date";
import type { ContractTerms, IncidentTerms } from "@luyue/core/contract";
import {
  assessClocks,
  classifyIncident,
  type ClockStanding,
  type Incident,
  type IncidentAssessment,
} from "@luyue/core/incident";
import type { Penalty } from "@luyue/core/penalty";
import { readInForce } from "../contract/read-as-party.ts";
import type { Actor } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { noSuchIncident } from "./demand-incident.ts";

/**
 * An incident with its clocks, what its facts come to, and the penalties that stand on it. `outdated`: the facts come to
 * something else by now than when it was given its class.
 */
export interface IncidentStanding extends ClockStanding {
  readonly incident: Incident;
  readonly assessment?: IncidentAssessment;
  readonly outdated: boolean;
  readonly penalties: readonly Penalty[];
}

interface Reading {
  readonly store: TenantStore;
  readonly actor: Actor;
  readonly runtime: Runtime;
}

/** Which incidents to list; all optional. */
export interface IncidentFilter {
  readonly state?: Incident["state"] | undefined;
  readonly class?: string | undefined;
  readonly kind?: string | undefined;
}

/** The incidents of a contract, the latest first. Throws `notFound`. */
/** The incidents of a contract, the latest first, as they stand at an instant, and the terms that they are reported under. */
export interface ContractIncidents {
  readonly now: Instant;
  readonly terms: ContractTerms;
  readonly incidents: readonly IncidentStanding[];
}

/** Throws `notFound`. */
export async function readIncidents(
  { store, actor, runtime }: Reading,
  contractId: string,
  filter: IncidentFilter = {},
): Promise<ContractIncidents> {
  const { state, tenant } = await readInForce(store, actor, contractId, runtime);
  const { terms } = state.terms;
  const calendar = tenantCalendar(tenant, runtime);
  const now = runtime.now();
  const { incidents, penalties } = state.work;
  const standings = incidents
    .filter(
      ({ state: at, classified, kind }) =>
        (filter.state === undefined || at === filter.state) &&
        (filter.class === undefined || classified?.class === filter.class) &&
        (filter.kind === undefined || kind === filter.kind),
    )
    .toReversed()
    .map((incident) => ({
      incident,
      ...assessClocks(terms, incident, calendar, now, state.events),
      ...standingOfClass(terms.incidents, incident, calendar, now),
      penalties: penalties.filter(({ occasion }) => occasion === `incident.${incident.id}`),
    }));
  return { now, terms, incidents: standings };
}

function standingOfClass(
  terms: IncidentTerms | undefined,
  incident: Incident,
  calendar: Calendar,
  now: Instant,
): Pick<IncidentStanding, "assessment" | "outdated"> {
  if (terms === undefined) return { outdated: false };
  const assessment = classifyIncident(terms, incident, calendar, now);
  const { classified } = incident;
  return { assessment, outdated: classified !== undefined && classified.proposed !== assessment.class };
}

/** One of them. Throws `notFound`. */
export async function readIncident(
  reading: Reading,
  contractId: string,
  incidentId: string,
): Promise<IncidentStanding> {
  const { incidents } = await readIncidents(reading, contractId);
  const found = incidents.find(({ incident }) => incident.id === incidentId);
  if (found === undefined) throw noSuchIncident();
  return found;
}
