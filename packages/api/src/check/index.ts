export { checkRoutes } from "./check-routes.ts";
export { checkView, viewCheck } from "./check-view.ts";
