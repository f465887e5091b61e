export { changeAccount } from "./change-account.ts";
export { readAccount } from "./read-account.ts";
