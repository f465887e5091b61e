export { type ContractMoney, groupMoney, isMoneyEntry, type MoneyEntry } from "./contract-money.ts";
export { type DeductionStanding, listOpenDeductions, standingOfDeduction } from "./deduction-standing.ts";
export { listMoneyEvents } from "./list-money-events.ts";
export type { Payment, Refund, SetOff } from "./payment.ts";
export { isLivePayment, isUnderWay } from "./payment-standing.ts";
export { type PaymentPlan, planPayment } from "./plan-payment.ts";
