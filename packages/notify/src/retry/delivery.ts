/**
 * How one attempt to hand something over ended. `retry` may succeed later, `failed` will not however often it is tried.
 * `detail` is one line of at most 300 characters for the record and holds no secret.
 */
export interface Delivery {
  readonly outcome: "delivered" | "retry" | "failed";
  readonly detail: string;
}

/** A detail fit for the record: control characters and runs of spaces become one space, at most 300 characters. */
export function formatDetail(detail: string): string {
  return detail
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, 300);
}
