import { DomainError } from "@luyue/core/error";

/** The local database engine can't be had: `unavailable`, with what to do about it in both languages. */
export function engineError(zh: string, en: string): DomainError {
  return new DomainError("unavailable", { zh, en });
}
