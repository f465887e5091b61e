export { answerFindings } from "./answer-findings.ts";
export { extendFinding, withdrawFinding } from "./change-finding.ts";
export { findingRowSchema, mostRows } from "./finding-schemas.ts";
export { checkHandOut, handOutFindings } from "./hand-out-findings.ts";
export { putUnit } from "./put-unit.ts";
export {
  type FindingQuery,
  type ListedFinding,
  listFindings,
  listUnits,
  readFinding,
  readFindingsOverview,
} from "./read-findings.ts";
export { retestFindings } from "./retest-findings.ts";
export { approveFindings, reopenFinding, returnFinding } from "./review-findings.ts";
