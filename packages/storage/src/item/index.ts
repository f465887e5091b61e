export { toObligationItem } from "./obligation-item.ts";
