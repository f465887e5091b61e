export { invoiceRoutes } from "./invoice-routes.ts";
export { invoiceAnswer, invoiceView, submittedAnswer, viewInvoice } from "./invoice-view.ts";
