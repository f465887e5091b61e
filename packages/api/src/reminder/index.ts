export { reminderRoutes } from "./reminder-routes.ts";
export { sentView, viewSent } from "./sent-view.ts";
