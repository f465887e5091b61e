import type { Payment } from "./payment.ts";

/** Whether a payment is on its way: asked for or approved, and not made yet. */
export function isUnderWay({ state }: Pick<Payment, "state">): boolean {
  return state === "requested" || state === "approved";
}

/** Whether a payment counts: on its way or made, neither turned down nor taken back. */
export function isLivePayment<P extends Pick<Payment, "state">>(
  payment: P,
): payment is Exclude<P, { readonly state: "rejected" | "withdrawn" }> {
  return payment.state !== "rejected" && payment.state !== "withdrawn";
}
