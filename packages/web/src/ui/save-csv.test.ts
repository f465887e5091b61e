import { describe, expect, it } from "vitest";
import { csvCell } from "./save-csv.ts";

describe("a cell of a file", () => {
  it("is quoted where it holds a comma, a quote or a break", () => {
    expect(csvCell("平安")).toBe("平安");
    expect(csvCell('甲,"乙"\n丙')).toBe('"甲,""乙""\n丙"');
  });

  it("is never a formula, and amounts stay amounts", () => {
    expect(["=1+1", "+86", "@x", "-2+3", "\t="].map(csvCell)).toEqual([
      "'=1+1",
      "'+86",
      "'@x",
      "'-2+3",
      "'\t=",
    ]);
    expect(["-8970.00", "12"].map(csvCell)).toEqual(["-8970.00", "12"]);
  });
});
