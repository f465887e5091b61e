import { toDecimal } from "./exact-decimal.ts";
import type { Money } from "./money.ts";

/** With thousands separators, for reading: "1,075,746.00". */
export function formatMoney(amount: Money): string {
  return toDecimal(amount)
    .toFixed(2)
    .replace(/\B(?=(?:\d{3})+\.)/g, ",");
}
