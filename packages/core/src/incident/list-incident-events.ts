import type { ContractEvent } from "../event/index.ts";
import type { Incident } from "./incident.ts";
import { reachedAt } from "./reached-at.ts";

/**
 * What an incident means for a contract's dates: it asks for the service whose limits its clocks run against, from the
 * instant of its report, and each step that it reached meets the limits that wait for it. One taken back means nothing.
 */
export function listIncidentEvents(incident: Incident): ContractEvent[] {
  const { id, service, state, reportedAt } = incident;
  if (state === "withdrawn" || service === undefined) return [];
  const reached = [
    ["incidentResponded", reachedAt(incident, "responded")],
    ["incidentOnSite", reachedAt(incident, "onSite")],
    ["incidentRecovered", reachedAt(incident, "recovered")],
  ] as const;
  return [
    { id, kind: "requested", of: service, at: reportedAt },
    ...reached.flatMap(([kind, at]): ContractEvent[] =>
      at === undefined ? [] : [{ id: `${id}_${kind}`, kind, of: id, at }],
    ),
  ];
}
