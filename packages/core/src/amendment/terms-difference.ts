import type { Text } from "../text/index.ts";

/**
 * One thing that a supplement changes, to be read before it is signed. `place` is a JSON pointer into the new terms, into
 * the old ones for what was removed; `field` is absent where the whole subject was added or removed.
 */
export interface TermsDifference {
  readonly change: "added" | "removed" | "changed";
  readonly place: string;
  readonly subject: Text;
  readonly field?: Text;
  readonly before?: Text;
  readonly after?: Text;
}
