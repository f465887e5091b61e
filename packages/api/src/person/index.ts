export { partnerPersonRoutes } from "./partner-person-routes.ts";
export { personRoutes } from "./person-routes.ts";
