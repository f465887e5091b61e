export { judgeIncident } from "./judge-incident.ts";
export {
  type ContractIncidents,
  type IncidentFilter,
  type IncidentStanding,
  readIncident,
  readIncidents,
} from "./read-incidents.ts";
export { reportIncident } from "./report-incident.ts";
export { closeIncident, reopenIncident, withdrawIncident } from "./settle-incident.ts";
export { correctIncident, followIncident } from "./update-incident.ts";
