export { dueQuery } from "./obligation-definitions.ts";
export { obligationRoutes } from "./obligation-routes.ts";
export { type ObligationView, obligationView, viewObligation } from "./obligation-view.ts";
