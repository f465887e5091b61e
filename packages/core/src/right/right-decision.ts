import type { CivilDate } from "../civil-date/index.ts";
import type { Act } from "../party/index.ts";
import type { Text } from "../text/index.ts";

/**
 * What a person made of a right that had arisen: exercised it, or let it go. `right` is the key under which it arose;
 * `until` is the day that a demand for a full rectification sets. A decision that was withdrawn does not count.
 */
export interface RightDecision {
  readonly id: string;
  readonly right: string;
  /** The key of the terms' right, where it is one. */
  readonly terms?: string;
  readonly title: Text;
  readonly arisenOn: CivilDate;
  readonly decision: "exercised" | "letGo";
  readonly on: CivilDate;
  readonly until?: CivilDate;
  readonly reason: string;
  readonly decided: Act;
  /** The events that it brought about where it ended the contract. */
  readonly eventIds?: readonly string[];
  readonly withdrawn?: Act & { readonly reason: string };
}
