export { partnerPenaltyRoutes } from "./partner-penalty-routes.ts";
export { penaltyRoutes } from "./penalty-routes.ts";
