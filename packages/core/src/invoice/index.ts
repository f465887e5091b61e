export type { Invoice } from "./invoice.ts";
export { isLiveInvoice } from "./is-live-invoice.ts";
export { uncoveredOf } from "./uncovered-of.ts";
