import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOf } from "./index.ts";

describe("a difference", () => {
  it("leaves out what is equal, however deep", () => {
    const before = { id: "1", state: "open", signed: [{ by: "甲" }], note: "x" };
    const after = { id: "1", state: "passed", signed: [{ by: "甲" }, { by: "乙" }], on: "2026-05-01" };
    expect(differenceOf(before, after)).toEqual({
      before: { state: "open", signed: {}, note: "x" },
      after: { state: "passed", signed: { 1: { by: "乙" } }, on: "2026-05-01" },
    });
    expect(differenceOf(before, structuredClone(before))).toEqual({ before: undefined, after: undefined });
    expect(differenceOf("a", { a: 1 })).toEqual({ before: "a", after: { a: 1 } });
    expect(differenceOf([1], { 0: 1 })).toEqual({ before: [1], after: { 0: 1 } });
    expect(differenceOf(null, {})).toEqual({ before: null, after: {} });
  });

  it("is of a value and itself nothing, and of any two the leaves of each that the other does not have alike", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (shared, one, other) => {
        expect(differenceOf(one, structuredClone(one))).toEqual({ before: undefined, after: undefined });
        const [old, present] = [one, other].map((of) => ({ of, shared, list: [shared, of, "same"] }));
        const { before, after } = differenceOf(old, structuredClone(present));
        expect(leavesOf(before)).toEqual(leavesOf(old, present));
        expect(leavesOf(after)).toEqual(leavesOf(present, old));
      }),
    );
  });
});

/** Each leaf of a value by its path, save those that stand alike in another. */
function leavesOf(value: unknown, other?: unknown): ReadonlyMap<string, unknown> {
  const leaves = listLeaves(value, []).filter(([path, leaf]) => !hasAlike(value, other, path, leaf));
  return new Map(leaves.map(([path, leaf]) => [JSON.stringify(path), leaf]));
}

function listLeaves(value: unknown, path: readonly string[]): [readonly string[], unknown][] {
  if (value === undefined) return [];
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([field, part]) => listLeaves(part, [...path, field]));
}

function hasAlike(value: unknown, other: unknown, path: readonly string[], leaf: unknown): boolean {
  const [field, ...rest] = path;
  if (field === undefined) return leaf === other;
  if (typeof other !== "object" || Array.isArray(value) !== Array.isArray(other)) return false;
  return hasAlike(partOf(value, field), partOf(other, field), rest, leaf);
}

function partOf(value: unknown, field: string): unknown {
  return Object.entries(value ?? {}).find(([name]) => name === field)?.[1];
}
