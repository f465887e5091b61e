export { acceptInvoice } from "./accept-invoice.ts";
export { type ListedInvoice, listInvoices } from "./list-invoices.ts";
export { rejectInvoice } from "./reject-invoice.ts";
export { revokeInvoice } from "./revoke-invoice.ts";
export { submitInvoice } from "./submit-invoice.ts";
export { withdrawInvoice } from "./withdraw-invoice.ts";
