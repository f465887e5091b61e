export { commandHeaders } from "./read-conditions.ts";
export { erasureRequest, etagOf, runCommand, runDerived, wasReplayed } from "./run-command.ts";
export { agencyOf, tenantOf } from "./tenant-of.ts";
