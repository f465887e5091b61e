import { ExactDecimal, roundToMoney, toDecimal } from "./exact-decimal.ts";
import type { Money } from "./money.ts";

/** Throws DomainError "invalid" beyond 13 digits of yuan, as do all that return an amount. */
export function addMoney(a: Money, b: Money): Money {
  return roundToMoney(toDecimal(a).plus(toDecimal(b)));
}

/** The first less the second. Throws DomainError "invalid" when that is below zero. */
export function subtractMoney(a: Money, b: Money): Money {
  return roundToMoney(toDecimal(a).minus(toDecimal(b)));
}

/** "0.00" for an empty list. */
export function sumMoney(amounts: readonly Money[]): Money {
  return roundToMoney(amounts.reduce((total, amount) => total.plus(toDecimal(amount)), new ExactDecimal(0)));
}

/** -1, 0 or 1 as the first is less than, equal to or more than the second; fit for `sort`. */
export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  const order = toDecimal(a).comparedTo(toDecimal(b));
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}
