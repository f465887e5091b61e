export { rightRoutes } from "./right-routes.ts";
export { rightView, viewRight } from "./right-view.ts";
