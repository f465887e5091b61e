import type { FindingSeverity, FindingState } from "@luyue/core/finding";

export const findingStates = [
  "open",
  "answered",
  "approved",
  "closed",
  "withdrawn",
] as const satisfies readonly FindingState[];
export const severities = ["critical", "high", "medium", "low"] as const satisfies readonly FindingSeverity[];

/** Which findings are shown, and from where on; all of it stands in the address. */
export interface FindingsSearch {
  readonly state?: FindingState;
  readonly severity?: FindingSeverity;
  readonly unit?: string;
  readonly late?: boolean;
  /** Where the API says that the page begins. */
  readonly after?: string;
}

/** Reads an address; what it does not know is left out. */
export function readFindingsSearch(search: Record<string, unknown>): FindingsSearch {
  const { unit, late, after } = search;
  const state = findingStates.find((each) => each === search["state"]);
  const severity = severities.find((each) => each === search["severity"]);
  return {
    ...(state === undefined ? {} : { state }),
    ...(severity === undefined ? {} : { severity }),
    ...(typeof unit === "string" && /^unt_\w{1,50}$/.test(unit) ? { unit } : {}),
    ...(late === true ? { late } : {}),
    ...(typeof after === "string" && after !== "" ? { after } : {}),
  };
}
