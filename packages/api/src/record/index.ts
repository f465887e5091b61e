export { recordRoutes, recordView } from "./record-routes.ts";
