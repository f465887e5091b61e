export { partnerMoneyRoutes } from "./partner-money-routes.ts";
export { partnerRoutes } from "./partner-routes.ts";
