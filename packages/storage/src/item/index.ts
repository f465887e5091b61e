export { toContractItem } from "./contract-items.ts";
export { toObligationItem } from "./obligation-item.ts";
export { toOutboxItem } from "./outbox-item.ts";
