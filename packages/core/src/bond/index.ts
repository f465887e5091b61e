export type { Bond, BondClaim } from "./bond.ts";
export { listBondEvents } from "./list-bond-events.ts";
