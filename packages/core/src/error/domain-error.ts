import type { Text } from "../text/index.ts";

/** Every way in which a rule of the product can be broken. Adapters map these; nothing else may be thrown on purpose. */
export type DomainErrorCode =
  | "invalid"
  | "notFound"
  | "forbidden"
  | "conflict"
  | "versionMismatch"
  | "idempotencyMismatch"
  | "tooMany"
  | "unavailable";

/** One place in the input that is wrong: a JSON pointer and the reason in both languages. */
export interface Fault {
  readonly path: string;
  readonly reason: Text;
}

/** A broken rule: a code out of a closed set, a reason in both languages, and the places in the input where there are any. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: DomainErrorCode;
  readonly reason: Text;
  readonly faults: readonly Fault[];

  constructor(code: DomainErrorCode, reason: Text, faults: readonly Fault[] = []) {
    super(`${code}: ${reason.en}`);
    this.code = code;
    this.reason = reason;
    this.faults = faults;
  }
}
