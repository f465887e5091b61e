export { accountAnswer, accountRead } from "./account-definitions.ts";
export { accountRoutes } from "./account-routes.ts";
