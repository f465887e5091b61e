import type { CheckResult } from "./run-checks.ts";

export type VerdictCounts = Readonly<Record<CheckResult["verdict"], number>>;

/** How many checks passed, failed, warn, and could not be judged. */
export function countVerdicts(checks: readonly Pick<CheckResult, "verdict">[]): VerdictCounts {
  const counts = { passed: 0, failed: 0, warning: 0, notEnoughInput: 0 };
  for (const { verdict } of checks) counts[verdict] += 1;
  return counts;
}
