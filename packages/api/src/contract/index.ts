export { contractParams } from "./contract-definitions.ts";
export { contractRoutes } from "./contract-routes.ts";
export { derivationView } from "./contract-view.ts";
