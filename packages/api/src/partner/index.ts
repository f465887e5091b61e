export { erasedAnswer, erasureOf, partnerUserRoutes, reasonBody } from "./partner-user-routes.ts";
export { partnerMoneyRoutes } from "./partner-money-routes.ts";
export { partnerRoutes } from "./partner-routes.ts";
