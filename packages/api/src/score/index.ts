export { partnerScoreRoutes } from "./partner-score-routes.ts";
export { scoreRoutes } from "./score-routes.ts";
