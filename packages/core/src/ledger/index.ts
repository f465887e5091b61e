export { evaluateLedger, type ExtraLine, type Ledger } from "./evaluate-ledger.ts";
export { findCovering, findSettling } from "./find-completion.ts";
export { isInvoiceInCheck } from "./is-invoice-in-check.ts";
export type { Balance, LedgerLine, Movement } from "./ledger-line.ts";
