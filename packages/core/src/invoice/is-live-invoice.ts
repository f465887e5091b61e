import type { Invoice } from "./invoice.ts";

/** Whether an invoice counts: handed in or accepted, neither rejected nor taken back. */
export function isLiveInvoice({ state }: Pick<Invoice, "state">): boolean {
  return state === "submitted" || state === "accepted";
}
