export { evaluateTrancheAmounts, type TrancheAmountResult } from "./evaluate-tranche-amounts.ts";
