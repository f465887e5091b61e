export { accountAnswer } from "./account-definitions.ts";
export { accountRoutes } from "./account-routes.ts";
