export { acceptanceRoutes } from "./acceptance-routes.ts";
export { partnerAcceptanceRoutes } from "./partner-acceptance-routes.ts";
export { roundRoutes } from "./round-routes.ts";
