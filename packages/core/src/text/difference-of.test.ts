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

  it("is of a value and itself nothing, and of any two no larger than they are", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(differenceOf(one, structuredClone(one))).toEqual({ before: undefined, after: undefined });
        const { before, after } = differenceOf({ of: one }, { of: other });
        const sizeOf = (value: unknown) => (JSON.stringify(value) ?? "").length;
        // A list by place takes its numbers along.
        expect(sizeOf(before)).toBeLessThanOrEqual(2 * sizeOf({ of: one }) + 16);
        expect(sizeOf(after)).toBeLessThanOrEqual(2 * sizeOf({ of: other }) + 16);
      }),
    );
  });
});
