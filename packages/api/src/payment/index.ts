export { partnerPaymentRoutes } from "./partner-payment-routes.ts";
export { paymentRoutes } from "./payment-routes.ts";
export { actView, viewAct } from "./request-view.ts";
