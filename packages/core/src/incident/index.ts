export type { Classification, Incident, IncidentFacts, IncidentInstants } from "./incident.ts";
export { listIncidentEvents } from "./list-incident-events.ts";
