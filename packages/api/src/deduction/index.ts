export { deductionRoutes } from "./deduction-routes.ts";
