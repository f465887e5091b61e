import { DomainError } from "../error/index.ts";
import { ExactDecimal, roundToMoney, toDecimal } from "./exact-decimal.ts";
import type { Money } from "./money.ts";
import { decimalOfRate, type Rate } from "./rate.ts";

/**
 * The shares of a total, each half-up to the fen, adding up to the total: what rounding leaves over or takes goes to the share
 * at `remainderAt`, else to the last. Where so little is split that rounding up would give away more than there is, earlier shares come first.
 * Throws DomainError "invalid" where the rates do not sum to 100 %, or there is no share at `remainderAt`.
 */
export function splitMoney(
  total: Money,
  rates: readonly Rate[],
  remainderAt: number = rates.length - 1,
): Money[] {
  const shares = rates.map(decimalOfRate);
  const sum = shares.reduce((known, share) => known.plus(share), new ExactDecimal(0));
  if (!sum.equals(1)) {
    const percent = sum.times(100).toFixed();
    throw new DomainError("invalid", {
      zh: `比率合计为 ${percent}%，应为 100%`,
      en: `rates sum to ${percent}%, not to 100%`,
    });
  }
  if (!(remainderAt in rates)) {
    throw new DomainError("invalid", {
      zh: `没有第 ${remainderAt} 份`,
      en: `no share at ${remainderAt}`,
    });
  }
  const whole = toDecimal(total);
  let left = whole;
  const amounts = shares.map((share, index) => {
    if (index === remainderAt) return whole;
    const rounded = whole.times(share).toDecimalPlaces(2, ExactDecimal.ROUND_HALF_UP);
    const amount = ExactDecimal.min(rounded, left);
    left = left.minus(amount);
    return amount;
  });
  return amounts.map((amount, index) => roundToMoney(index === remainderAt ? left : amount));
}
