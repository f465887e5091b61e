import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffObligations, type Obligation } from "./index.ts";

const obligations = fc.record({
  key: fc.constantFrom("a", "b", "c", "d", "e", "f"),
  dueOn: fc.constantFrom("2026-05-27", "2026-05-28"),
  done: fc.boolean(),
});
const lists = fc.uniqueArray(obligations, { selector: ({ key }) => key }).map((all) =>
  all.map(
    ({ key, dueOn, done }): Obligation => ({
      key,
      kind: "payment",
      shape: "single",
      title: { zh: "某款", en: "payment" },
      debtor: "buyer",
      dueOn,
      waitingFor: [],
      explanation: { steps: [{ step: "date", on: dueOn }], provisionalYears: [] },
      fulfilledBy: [],
      ...(done ? { fulfilment: { eventId: "e", on: "2026-05-01" } } : {}),
    }),
  ),
);
const byKey = (all: readonly Obligation[]) => all.toSorted((a, b) => (a.key < b.key ? -1 : 1));

describe("diffObligations", () => {
  it("turns what is stored into what should be, and keeps what was fulfilled", () => {
    fc.assert(
      fc.property(lists, lists, (should, stored) => {
        const diff = diffObligations(should, stored);
        const gone = new Set(diff.withdrawn.map(({ key }) => key));
        const applied = new Map(stored.filter(({ key }) => !gone.has(key)).map((each) => [each.key, each]));
        for (const { before, after } of diff.changed) {
          expect(applied.get(after.key)).toBe(before);
          applied.set(after.key, after);
        }
        for (const each of diff.created) {
          expect(applied.has(each.key)).toBe(false);
          applied.set(each.key, each);
        }
        expect(byKey([...applied.values()])).toEqual(byKey([...should, ...diff.kept]));
      }),
    );
  });

  it("never withdraws what was fulfilled, never keeps what was not", () => {
    fc.assert(
      fc.property(lists, lists, (should, stored) => {
        const { withdrawn, kept } = diffObligations(should, stored);
        expect(withdrawn.every(({ fulfilment }) => fulfilment === undefined)).toBe(true);
        expect(kept.every(({ fulfilment }) => fulfilment !== undefined)).toBe(true);
      }),
    );
  });

  it("finds nothing between a list and its copy, in whatever order and read back from JSON with sorted keys", () => {
    const sortKeys = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sortKeys)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toSorted(([a], [b]) => (a < b ? 1 : -1))
                .map(([key, part]) => [key, sortKeys(part)]),
            )
          : value;
    fc.assert(
      fc.property(lists, (all) => {
        const stored = JSON.parse(JSON.stringify(all.toReversed().map(sortKeys))) as Obligation[]; // what was written
        expect(diffObligations(all, stored)).toEqual({ created: [], changed: [], withdrawn: [], kept: [] });
      }),
    );
  });

  it("sees a change anywhere inside", () => {
    const [before] =
      fc.sample(
        lists.filter((all) => all.length > 0),
        1,
      )[0] ?? [];
    if (before === undefined) throw new Error("the list is not empty");
    const changes: Partial<Obligation>[] = [
      { dueOn: "2027-01-01" },
      { amount: "1.00" },
      { title: { zh: "某款", en: "another" } },
      { nudges: true },
      { explanation: { steps: [], provisionalYears: [2027] } },
    ];
    for (const change of changes) {
      expect(diffObligations([{ ...before, ...change }], [before]).changed).toHaveLength(1);
    }
  });
});
