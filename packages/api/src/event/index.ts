export { eventAnswer } from "./event-definitions.ts";
export { eventRoutes } from "./event-routes.ts";
