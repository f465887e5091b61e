export { formatDetail, type Delivery } from "./delivery.ts";
export { nextAttemptAt, RETRY_SPAN } from "./next-attempt-at.ts";
