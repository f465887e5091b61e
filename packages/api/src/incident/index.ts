export { incidentRoutes } from "./incident-routes.ts";
export { partnerIncidentRoutes } from "./partner-incident-routes.ts";
