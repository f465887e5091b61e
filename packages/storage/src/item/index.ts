export { toObligationItem } from "./obligation-item.ts";
export { readOutboxName } from "./read-outbox-name.ts";
