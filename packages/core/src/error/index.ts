export { DomainError, type DomainErrorCode, type Fault } from "./domain-error.ts";
export { findInputFaults, isText, notText } from "./find-input-faults.ts";
export { listFaults } from "./list-faults.ts";
