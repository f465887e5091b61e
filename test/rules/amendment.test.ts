import { checkTenPercent, diffTerms, obligationsInForce } from "@luyue/core/amendment";
import { createCalendar } from "@luyue/core/calendar";
import type { ContractTerms } from "@luyue/core/contract";
import { deriveObligations } from "@luyue/core/obligation";
import { demoContract, type DemoContract, demoContracts } from "@luyue/testing/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

type Path = readonly (string | number)[];
const runs = { numRuns: 60 };

function listLeaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([field, part]) =>
    listLeaves(part, [...path, Array.isArray(value) ? Number(field) : field]),
  );
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined),
    root,
  );
}

/** The terms with the value at a place replaced, or taken out where nothing replaces it. */
function withPart(terms: ContractTerms, path: Path, replace: (value: unknown) => unknown): ContractTerms {
  const copy = structuredClone(terms);
  const holder = valueAt(copy, path.slice(0, -1)) as object;
  const [last = ""] = path.slice(-1);
  const value = replace(valueAt(holder, [last]));
  if (value !== undefined) Reflect.set(holder, last, value);
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder, last);
  return copy;
}

const changeLeaf = (value: unknown) =>
  typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : `${String(value)}x`;

/** Every list in an order of its own, every object's fields the other way round. */
function reorder(value: unknown, weights: readonly number[], depth = 0): unknown {
  if (Array.isArray(value)) {
    const weight = (at: number) => weights[(at * 7 + depth) % weights.length] ?? 0;
    const order = value.map((part, at) => ({ part, weight: weight(at) }));
    return order.toSorted((a, b) => a.weight - b.weight).map(({ part }) => reorder(part, weights, depth + 1));
  }
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).toReversed();
  return Object.fromEntries(fields.map(([field, part]) => [field, reorder(part, weights, depth + 1)]));
}

function pathOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What holds of every difference: its place is there, it says something in both languages, before and after read apart. */
function expectReadable(before: ContractTerms, after: ContractTerms): void {
  const found = diffTerms(before, after);
  expect(found).not.toEqual([]);
  for (const each of found) {
    const text = JSON.stringify(each);
    expect(text).not.toMatch(/undefined|\[object|NaN|“”|""/);
    expect(valueAt(each.change === "removed" ? before : after, pathOf(each.place))).toBeDefined();
    expect([each.before === undefined, each.after === undefined]).toEqual([
      each.change === "added",
      each.change === "removed",
    ]);
    expect(each.before?.zh).not.toBe(each.after?.zh);
    expect(each.before?.en).not.toBe(each.after?.en);
  }
}

describe.each(demoContracts)("contract $key, amended", ({ terms }: DemoContract) => {
  const leaves = listLeaves(terms);
  const anyLeaf = fc.constantFrom(...leaves);

  it("is no different from itself, in whatever order its things and fields come", () => {
    expect(diffTerms(terms, structuredClone(terms))).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 5, maxLength: 30 }), (weights) => {
        expect(diffTerms(terms, reorder(terms, weights) as ContractTerms)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it("shows whatever leaf is changed, both ways", () => {
    expect(leaves.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(anyLeaf, (path) => {
        const changed = withPart(terms, path, changeLeaf);
        expectReadable(terms, changed);
        expectReadable(changed, terms);
      }),
      runs,
    );
  });

  it("shows whatever field or element is taken out or comes in", () => {
    const optional = leaves.filter((path) => !/amount|total|value|rate/.test(String(path.at(-1))));
    fc.assert(
      fc.property(fc.constantFrom(...optional), (path) => {
        const without = withPart(terms, path, () => undefined);
        expectReadable(terms, without);
        expectReadable(without, terms);
      }),
      runs,
    );
  });

  it("shows a field that nobody knows, wherever it comes in", () => {
    fc.assert(
      fc.property(anyLeaf, fc.constantFrom(true, 7, "x", { a: [{ b: "1.00" }] }), (path, value) => {
        const holder = path.slice(
          0,
          path.findLastIndex((part) => typeof part === "string"),
        );
        const unheardOf = { unheardOf: value };
        const whole = { ...terms, ...unheardOf };
        const added =
          holder.length === 0
            ? whole
            : withPart(terms, holder, (part) => ({ ...(part as object), ...unheardOf }));
        expectReadable(terms, added);
      }),
      runs,
    );
  });
});

describe("amendments of the demo contracts", () => {
  it("B with a fen more than 10 %: every payment shows, and the check fails", () => {
    const { terms } = demoContract("B");
    const worth = (total: string): ContractTerms => ({ ...terms, price: { ...terms.price, total } });
    const places = diffTerms(terms, worth("1891560.00")).map(({ place }) => place);
    expect(places).toEqual(["/price/total", "/tranches/0/amount", "/tranches/1/amount"]);
    expect(checkTenPercent([{ terms }], worth("1891560.00")).verdict).toBe("passed");
    expect(checkTenPercent([{ terms }], worth("1891560.01")).verdict).toBe("failed");
    expect(checkTenPercent([{ terms }, { terms: worth("1800000.00") }], worth("1891560.01"))).toMatchObject({
      verdict: "failed",
      added: "171960.01",
    });
  });

  it("B: progress reports become quarterly from October, the rest stays as it was", () => {
    const { terms, events } = demoContract("B");
    const schedule = { schedule: "every", period: "quarter", from: "calendar" } as const;
    const span = { span: "term", term: "main" } as const;
    const reports = (terms.reports ?? []).map((each) =>
      each.key === "progress" ? { ...each, schedule: { ...schedule, span } } : each,
    );
    const derive = (of: ContractTerms) => deriveObligations(of, events, createCalendar());
    const versions = [
      { obligations: derive(terms) },
      { obligations: derive({ ...terms, reports }), from: "2026-10-01" },
    ];
    const all = obligationsInForce(versions).map(({ key }) => key);
    const progress = all.filter((key) => key.startsWith("report.progress."));
    expect(progress.map((key) => key.slice("report.progress.".length)).toSorted()).toEqual([
      "2026-03",
      "2026-04",
      "2026-05",
      "2026-06",
      "2026-07",
      "2026-08",
      "2026-09",
      "2026-Q4",
      "2027-Q1",
    ]);
    const others = (keys: readonly string[]) => keys.filter((key) => !progress.includes(key)).toSorted();
    expect(others(all)).toEqual(
      others(derive(terms).map(({ key }) => key)).filter((key) => !key.startsWith("report.progress.")),
    );
    expect(new Set(all).size).toBe(all.length);
  });
});
