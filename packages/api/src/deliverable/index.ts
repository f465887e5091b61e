export { deliverableRoutes } from "./deliverable-routes.ts";
export { partnerDeliverableRoutes } from "./partner-deliverable-routes.ts";
