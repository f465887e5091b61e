export { DomainError, type DomainErrorCode, type Fault } from "./domain-error.ts";
