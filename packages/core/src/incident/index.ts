export { assessClocks, type ClockStanding, type IncidentClock } from "./assess-clocks.ts";
export {
  classifyIncident,
  type ConditionAssessment,
  type GroundAssessment,
  type IncidentAssessment,
} from "./classify-incident.ts";
export { findIncidentFaults } from "./find-incident-faults.ts";
export type { Classification, Incident, IncidentFacts, IncidentInstants } from "./incident.ts";
export { listIncidentEvents } from "./list-incident-events.ts";
export { hoursOf, nameMissing } from "./read-facts.ts";
