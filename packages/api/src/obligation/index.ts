export { dueQuery } from "./obligation-definitions.ts";
export { obligationRoutes } from "./obligation-routes.ts";
export { obligationView, viewObligation } from "./obligation-view.ts";
