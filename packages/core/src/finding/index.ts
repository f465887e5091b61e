export type { Finding, FindingSeverity, FindingStep } from "./finding.ts";
export type { FindingTally } from "./finding-tally.ts";
export { listTallyEvents } from "./list-tally-events.ts";
export type { ResponsibleUnit } from "./responsible-unit.ts";
