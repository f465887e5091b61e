export { bondRoutes } from "./bond-routes.ts";
