export { accrueInterest, type LatePayment, listInterestDays } from "./accrue-interest.ts";
export type { Interest, InterestDay, InterestPeriod } from "./interest.ts";
