import { describe, expect, it } from "vitest";
import { findInputFaults } from "./find-input-faults.ts";

const paths = (value: unknown) => findInputFaults(value).map(({ path }) => path);

describe("input from outside", () => {
  it("may hold any text with line feeds and tabs, and 64 levels", () => {
    let nested: unknown = "x";
    for (let level = 0; level < 64; level += 1) nested = [nested];
    expect(paths({ a: "合同\n\t𠀋", b: [1, null, true] })).toEqual([]);
    expect(paths(nested)).toEqual([]);
    expect(findInputFaults([nested])).toMatchObject([{ reason: { en: "nested more than 64 deep" } }]);
  });

  it.each(["\ud800", "\udc00a", "a\u0000", "\r", "\u001b[31m", "\u007f"])(
    "may not hold the text %j",
    (text) => {
      expect(paths({ a: [{ "b/c~": text }] })).toEqual(["/a/0/b~1c~0"]);
      expect(paths({ [text]: 1 })).toEqual([""]);
    },
  );

  it("is not listed fault by fault without end", () => {
    expect(paths(Array.from({ length: 1000 }, () => "\u0000"))).toHaveLength(20);
  });
});
