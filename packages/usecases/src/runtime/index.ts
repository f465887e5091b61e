export { type Actor, demandPermission, isAllowed, systemActor } from "./actor.ts";
export {
  type Command,
  type CommandAnswer,
  type CommandContext,
  type CommandDependencies,
  type CommandRequest,
  type DerivedInput,
  defineCommand,
} from "./define-command.ts";
export { executeCommand } from "./execute-command.ts";
export { parseInput } from "./parse-input.ts";
export {
  machinePermissions,
  operatorPermissions,
  partnerPermissions,
  type Permission,
  permissions,
  rolePermissions,
  systemPermissions,
} from "./permission.ts";
export {
  type AccessHead,
  emptyRecord,
  findBrokenEntry,
  type RecordEntry,
  type RecordHead,
} from "./record-entry.ts";
export type { SignInStore } from "./sign-in-store.ts";
export type { Runtime } from "./runtime.ts";
export {
  type Change,
  type ContractEntry,
  type DueFilter,
  type EndpointTrouble,
  type IdempotencyItem,
  type InvoiceUse,
  type Page,
  type PageRequest,
  type Platform,
  type TenantStore,
  type UploadedFile,
  type VendorStore,
  type WakeKey,
  WriteConflict,
} from "./store.ts";
