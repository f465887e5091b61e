import { isSameJson } from "../text/index.ts";
import type { Obligation } from "./obligation.ts";

/** What a derivation changes: obligations to create, to replace by their new form, and those that no longer follow. */
export interface ObligationDiff {
  readonly created: readonly Obligation[];
  readonly changed: readonly { readonly before: Obligation; readonly after: Obligation }[];
  readonly withdrawn: readonly Obligation[];
  /** Fulfilled, though the terms no longer give them: kept as they were, for a person to look at. */
  readonly kept: readonly Obligation[];
}

/** Compares what should be with what is stored, by key. What has been fulfilled is never taken away. */
export function diffObligations(
  should: readonly Obligation[],
  stored: readonly Obligation[],
): ObligationDiff {
  const wanted = new Map(should.map((obligation) => [obligation.key, obligation]));
  const known = new Map(stored.map((obligation) => [obligation.key, obligation]));
  const gone = stored.filter(({ key }) => !wanted.has(key));
  return {
    created: should.filter(({ key }) => !known.has(key)),
    changed: should.flatMap((after) => {
      const before = known.get(after.key);
      return before === undefined || isSameJson(before, after) ? [] : [{ before, after }];
    }),
    withdrawn: gone.filter((each) => !isKept(each)),
    kept: gone.filter(isKept),
  };
}

/** A payment is what its money says: where that no longer gives it, it was reversed. */
function isKept({ fulfilment, balance }: Obligation): boolean {
  return fulfilment !== undefined && balance === undefined;
}
