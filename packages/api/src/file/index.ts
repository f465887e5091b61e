export { fileRoutes } from "./file-routes.ts";
export { partnerFileRoutes } from "./partner-file-routes.ts";
