import { describe, expect, it } from "vitest";
import { csvField, csvFile } from "./csv.ts";

describe("a field of a file", () => {
  it("is quoted where it holds a separator, a quote or a break", () => {
    expect(csvField("平安", false)).toBe("平安");
    expect(csvField('甲,"乙"\n丙', false)).toBe('"甲,""乙""\n丙"');
    expect(csvField("甲;乙", false)).toBe('"甲;乙"');
  });

  it("is never a formula, and figures stay figures where they are some", () => {
    const formulas = ["=1+1", "+86", "@x", "-2+3", "＝1+1"];
    expect(formulas.map((text) => csvField(text, true))).toEqual(formulas.map((text) => `'${text}`));
    expect([csvField("-8970.00", true), csvField("-8970.00", false)]).toEqual(["-8970.00", "'-8970.00"]);
  });
});

it("a file begins with the mark by which Excel knows its letters", () => {
  expect(
    csvFile([
      ["编号", "名称"],
      ["1", "甲"],
    ]),
  ).toBe("\uFEFF编号,名称\r\n1,甲\r\n");
});
