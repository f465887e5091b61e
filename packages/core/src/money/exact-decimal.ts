import { Decimal } from "decimal.js";
import { DomainError } from "../error/index.ts";
import { isMoney, type Money } from "./money.ts";

/** Wide enough for every product of an amount and a factor that the schemas let in, so that only `roundToMoney` ever rounds. */
export const ExactDecimal = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP, defaults: true });

/** Throws DomainError "invalid" for what `moneySchema` refuses. */
export function toDecimal(amount: Money): Decimal {
  if (!isMoney(amount)) {
    throw new DomainError("invalid", {
      zh: `金额须为两位小数，如 8970.00：${amount.slice(0, 40)}`,
      en: `amount must have exactly two decimals, e.g. 8970.00: ${amount.slice(0, 40)}`,
    });
  }
  return new ExactDecimal(amount);
}

/** Half-up to the fen. Throws DomainError "invalid" below zero and from 10 000 000 000 000 yuan. */
export function roundToMoney(value: Decimal): Money {
  const text = value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).abs().toFixed(2);
  if (value.isNegative() && !value.isZero()) {
    throw new DomainError("invalid", {
      zh: `金额不得为负：${value.toFixed()}`,
      en: `amount below zero: ${value.toFixed()}`,
    });
  }
  if (!isMoney(text)) {
    throw new DomainError("invalid", {
      zh: `金额超过 13 位整数：${text}`,
      en: `amount beyond 13 digits of yuan: ${text}`,
    });
  }
  return text;
}
