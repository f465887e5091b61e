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
      return before === undefined || canonical(before) === canonical(after) ? [] : [{ before, after }];
    }),
    withdrawn: gone.filter(({ fulfilment }) => fulfilment === undefined),
    kept: gone.filter(({ fulfilment }) => fulfilment !== undefined),
  };
}

/** The same text for the same obligation, whatever order its properties were written in. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
