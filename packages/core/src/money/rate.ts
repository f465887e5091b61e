import * as z from "zod";
import type { Decimal } from "decimal.js";
import { DomainError } from "../error/index.ts";
import { ExactDecimal, roundToMoney, toDecimal } from "./exact-decimal.ts";
import type { Money } from "./money.ts";

const pattern = /^((?:0|[1-9]\d{0,6})(?:\.\d{1,8})?)([%‰‱])$/;
const wholes: Readonly<Record<string, number>> = { "%": 100, "‰": 1000, "‱": 10_000 };

/** A rate in the form it was agreed in: "70%", "0.5‰" (per mille), "5‱" (per ten thousand). */
export const rateSchema = z.string().regex(pattern, {
  error: "比率须如 70%、0.5‰、5‱ / rate must be like 70%, 0.5‰, 5‱",
  abort: true,
});
export type Rate = z.infer<typeof rateSchema>;

/** The rate as a plain number. Throws DomainError "invalid" for what `rateSchema` refuses. */
export function decimalOfRate(rate: Rate): Decimal {
  const [, figure, sign] = pattern.exec(rate) ?? [];
  const whole = sign === undefined ? undefined : wholes[sign];
  if (figure === undefined || whole === undefined) {
    throw new DomainError("invalid", {
      zh: `比率须如 70%、0.5‰、5‱：${rate.slice(0, 40)}`,
      en: `rate must be like 70%, 0.5‰, 5‱: ${rate.slice(0, 40)}`,
    });
  }
  return new ExactDecimal(figure).dividedBy(whole);
}

/** The rate as a decimal string without exponent or trailing zeros: "0.5‰" is "0.0005". */
export function rateToDecimal(rate: Rate): string {
  return decimalOfRate(rate).toFixed();
}

/** That share of an amount, half-up to the fen. */
export function rateOf(base: Money, rate: Rate): Money {
  return roundToMoney(toDecimal(base).times(decimalOfRate(rate)));
}
