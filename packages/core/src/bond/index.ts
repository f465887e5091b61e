export { assessBond, type BondAssessment, type BondCover } from "./assess-bond.ts";
export type { Bond, BondClaim } from "./bond.ts";
export { isLiveClaim, openOfBond, paidOnBond, withClaim } from "./claims.ts";
export { listBondEvents } from "./list-bond-events.ts";
