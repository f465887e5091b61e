export { maskAddress } from "./mask-address.ts";
export type { Act } from "./act.ts";
export { type Role, roleNames, roleSchema } from "./role.ts";
export { type Holder, holderSchema, otherSide, type Side, sideNames, sideSchema } from "./side.ts";
