export { type AccountWindow, findAccountWindow } from "./find-account-window.ts";
export { bankAccountSchema, maskAccount, type PayeeAccount } from "./payee-account.ts";
