export { type ContractMoney, groupMoney, type MoneyEntry } from "./contract-money.ts";
export { listMoneyEvents } from "./list-money-events.ts";
export type { Payment, Refund, SetOff } from "./payment.ts";
export { listOpenDeductions, type PaymentPlan, planPayment } from "./plan-payment.ts";
