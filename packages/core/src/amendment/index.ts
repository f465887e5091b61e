export { checkTenPercent, type TenPercentCheck } from "./check-ten-percent.ts";
export { diffTerms } from "./diff-terms.ts";
export { obligationsInForce } from "./obligations-in-force.ts";
export { scorePeriodsInForce } from "./score-periods-in-force.ts";
export { withFormerDuties } from "./with-former-duties.ts";
export type { TermsDifference } from "./terms-difference.ts";
export type { VersionedTerms } from "./versioned-terms.ts";
