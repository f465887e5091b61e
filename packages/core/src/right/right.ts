import type { CivilDate } from "../civil-date/index.ts";
import type { Side } from "../party/index.ts";
import type { Text } from "../text/index.ts";

/**
 * A right 权利 that has arisen from what happened, with the facts that gave it. It is never exercised by itself: a person
 * decides. `key` is the same at every derivation; `terms` is the key of the terms' right, where it is one.
 */
export interface Right {
  readonly key: string;
  readonly terms?: string;
  readonly title: Text;
  readonly holder: Side;
  readonly gives: "terminate" | "rectify" | "claim";
  readonly arisenOn: CivilDate;
  readonly clause?: string;
  readonly because: readonly { readonly on: CivilDate; readonly text: Text }[];
}
