export { reminderRoutes } from "./reminder-routes.ts";
export { deliveryView, sentView, viewDelivery, viewSent } from "./sent-view.ts";
