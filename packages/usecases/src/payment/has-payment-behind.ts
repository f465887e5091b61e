import { type Instant, toEpochMs } from "@luyue/core/civil-date";
import { isLivePayment } from "@luyue/core/payment";
import type { ContractState } from "../contract/contract.ts";

interface GateNamed {
  readonly gate: "acceptancePassed" | "deliverablesAccepted";
  readonly of: string;
}

/** Whether a payment that waits for a gate has been requested, approved or made since the gate opened. */
export function hasPaymentBehind(
  { gate: kind, of }: GateNamed,
  since: Instant,
  { terms, money }: Pick<ContractState, "terms" | "money">,
): boolean {
  const behind = new Set(
    terms.terms.tranches
      .filter(({ gates = [] }) => gates.some((gate) => gate.gate === kind && gate.of === of))
      .map(({ key }) => key),
  );
  return money.payments.some(
    (payment) =>
      isLivePayment(payment) && behind.has(payment.of) && toEpochMs(payment.requested.at) >= toEpochMs(since),
  );
}
