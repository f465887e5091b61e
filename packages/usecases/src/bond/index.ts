export { claimBond, recordClaimPaid, withdrawClaim } from "./claim-bond.ts";
export { enterBond } from "./enter-bond.ts";
export { type ContractBonds, readBonds } from "./read-bonds.ts";
export { releaseBond, withdrawBond } from "./release-bond.ts";
