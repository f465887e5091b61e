export { measurementRoutes } from "./measurement-routes.ts";
