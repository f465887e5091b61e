import { DomainError } from "@luyue/core/error";

const transientNames = new Set([
  "InternalServerError",
  "LimitExceededException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ServiceUnavailable",
  "ThrottlingException",
  "TimeoutError",
  "TransactionConflictException",
  "TransactionInProgressException",
]);
const transientCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** The engine is busy or out of reach: the same request may go through later. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return transientNames.has(error.name) || transientCodes.has(code);
}

export function unavailable(cause: unknown): DomainError {
  const error = new DomainError("unavailable", {
    zh: "数据存储繁忙或暂时无法访问，请稍后重试",
    en: "the storage is busy or out of reach, please retry",
  });
  return Object.assign(error, { cause });
}
