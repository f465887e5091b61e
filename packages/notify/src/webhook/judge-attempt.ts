import { formatDetail, type Delivery } from "../retry/index.ts";
import { RefusedAddressError } from "./guard-address.ts";
import type { Answer } from "./post-once.ts";

/** What happened to one webhook, with the receiver's status and the start of its answer where it gave one. */
export interface WebhookDelivery extends Delivery {
  readonly status?: number;
  readonly responseExcerpt?: string;
  /** The receiver says that there will never be anybody there again. */
  readonly gone?: true;
}

/**
 * Standard Webhooks: 2xx is delivered, 410 means that the endpoint is gone for good, a redirect is not followed and stays a mistake
 * of the configuration; every other status is worth another attempt.
 */
export function judgeAnswer({ status, excerpt }: Answer): WebhookDelivery {
  const answer = { status, responseExcerpt: excerpt };
  if (status >= 200 && status < 300)
    return { outcome: "delivered", detail: `The receiver answered ${status}`, ...answer };
  if (status === 410)
    return {
      outcome: "failed",
      detail: "The receiver answered 410: the endpoint is gone",
      gone: true,
      ...answer,
    };
  if (status >= 300 && status < 400) {
    return {
      outcome: "failed",
      detail: `The receiver answered ${status}: redirects are not followed`,
      ...answer,
    };
  }
  return { outcome: "retry", detail: `The receiver answered ${status}`, ...answer };
}

export function judgeError(error: unknown): WebhookDelivery {
  if (isBlocked(error))
    return { outcome: "failed", detail: "The address is blocked: it is not a public one" };
  if (error instanceof Error && error.name === "AbortError")
    return { outcome: "retry", detail: "No answer within the time limit" };
  const code =
    error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown";
  return { outcome: "retry", detail: formatDetail(`The connection failed: ${code}`) };
}

/** The filtering agent marks its refusals by their message alone. */
function isBlocked(error: unknown): boolean {
  return (
    error instanceof RefusedAddressError ||
    (error instanceof Error && /^DNS lookup .* is not allowed\./.test(error.message))
  );
}
