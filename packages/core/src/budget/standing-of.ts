import type { Balance } from "../ledger/index.ts";
import type { Obligation } from "../obligation/index.ts";

const zero = "0.00";

/**
 * Where a payment stands. One that was stored without a balance is owed in full, or was paid in full on the day
 * that fulfilled it.
 */
export function standingOf({ amount = zero, balance, fulfilment }: Obligation): Omit<Balance, "invoiced"> {
  if (balance !== undefined) return balance;
  const base = { amount, refunded: zero, deducted: zero, released: zero, overpaid: zero };
  if (fulfilment === undefined) return { ...base, paid: zero, rest: amount, movements: [] };
  return { ...base, paid: amount, rest: zero, movements: [{ kind: "paid", ...fulfilment, amount }] };
}
