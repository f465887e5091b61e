import type { CivilDate } from "../civil-date/index.ts";
import type { Finding } from "./finding.ts";
import { isOverdue } from "./summarise-tallies.ts";

/** Which findings of a contract to list; all optional. */
export interface FindingFilter {
  readonly state?: Finding["state"] | undefined;
  readonly unitId?: string | undefined;
  readonly severity?: Finding["severity"] | undefined;
  /** Only those that lack an answer although their day is before this one. */
  readonly overdueOn?: CivilDate | undefined;
}

/** Whether a finding is among those that are asked for. */
export function matchesFinding(
  finding: Finding,
  { state, unitId, severity, overdueOn }: FindingFilter,
): boolean {
  if (overdueOn !== undefined && !isOverdue(finding, overdueOn)) return false;
  if (state !== undefined && finding.state !== state) return false;
  if (unitId !== undefined && finding.unitId !== unitId) return false;
  return severity === undefined || finding.severity === severity;
}
