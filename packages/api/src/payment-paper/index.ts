export { paymentPaperRoutes } from "./payment-paper-routes.ts";
