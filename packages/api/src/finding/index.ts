export { findingFileRoutes } from "./finding-file-routes.ts";
export { findingRoutes, oneFindingRoutes } from "./finding-routes.ts";
export { partnerFindingRoutes } from "./partner-finding-routes.ts";
