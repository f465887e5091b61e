export { type ContractRights, readRights } from "./read-rights.ts";
