import type { Decimal } from "decimal.js";
import { DomainError } from "../error/index.ts";
import { ExactDecimal, roundToMoney, toDecimal } from "./exact-decimal.ts";
import type { Money } from "./money.ts";

const factorPattern = /^(?:0|[1-9]\d{0,15})(?:\.\d{1,12})?$/;

function readFactor(factor: number | string): Decimal {
  const exact = typeof factor === "string" ? factorPattern.test(factor) : Number.isSafeInteger(factor);
  if (!exact || Number(factor) < 0) {
    throw new DomainError("invalid", {
      zh: `须为非负整数或小数字符串：${factor}`,
      en: `expected an integer or a decimal string, not negative: ${factor}`,
    });
  }
  return new ExactDecimal(factor);
}

/**
 * amount × numerator ÷ denominator, rounded once, half-up to the fen.
 * The factors are integers, or decimal strings such as "0.05". Throws DomainError "invalid" for others and for a denominator of zero.
 */
export function scaleMoney(amount: Money, numerator: number | string, denominator: number | string): Money {
  const divisor = readFactor(denominator);
  if (divisor.isZero()) {
    throw new DomainError("invalid", { zh: "除数不得为零", en: "denominator is zero" });
  }
  const fen = toDecimal(amount).times(readFactor(numerator)).times(100);
  const halvesUp = fen.times(2).plus(divisor).dividedToIntegerBy(divisor.times(2));
  return roundToMoney(halvesUp.dividedBy(100));
}
