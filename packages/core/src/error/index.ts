export { DomainError, type DomainErrorCode, type Fault } from "./domain-error.ts";
export { listFaults } from "./list-faults.ts";
