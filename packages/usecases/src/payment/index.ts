export { approvePayment, rejectPayment, withdrawPayment } from "./decide-payment.ts";
export { assessContract } from "./demand-payment.ts";
export { recordPayment, refundPayment, reversePayment } from "./pay.ts";
export { requestPayment } from "./request-payment.ts";
