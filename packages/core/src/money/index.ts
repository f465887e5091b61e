export { addMoney, compareMoney, subtractMoney, sumMoney } from "./add-money.ts";
export { ExactDecimal } from "./exact-decimal.ts";
export { formatMoney } from "./format-money.ts";
export { moneySchema, type Money } from "./money.ts";
export { parseCapitals } from "./parse-capitals.ts";
export { decimalOfRate, rateOf, rateSchema, rateToDecimal, type Rate } from "./rate.ts";
export { scaleMoney } from "./scale-money.ts";
export { splitMoney } from "./split-money.ts";
export { toCapitals } from "./to-capitals.ts";
