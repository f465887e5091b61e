export { findingFileRoutes } from "./finding-file-routes.ts";
export { findingRoutes } from "./finding-routes.ts";
export { oneFindingRoutes } from "./one-finding-routes.ts";
export { partnerFindingRoutes } from "./partner-finding-routes.ts";
