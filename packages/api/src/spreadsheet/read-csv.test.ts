import { describe, expect, it } from "vitest";
import { readCsv } from "./read-csv.ts";
import { toCsv } from "./to-csv.ts";

describe("CSV that is read", () => {
  it.each([
    ["", []],
    ["a,b", [["a", "b"]]],
    [
      "\uFEFFa,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["a,,\n\n,b\n", [["a", null, null], [null], [null, "b"]]],
    ['"a,b","说 ""好""\r\n下一行",c\rd', [["a,b", '说 "好"\r\n下一行', "c"], ["d"]]],
    ["a,", [["a", null]]],
    ['"a"b,c', [["ab", "c"]]],
  ] as const)("%j", (text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });

  it("is refused where a quoted field does not end", () => {
    expect(() => readCsv('a,"b\n')).toThrow("does not end");
  });

  it("is refused where it has lines or fields without end", () => {
    expect(readCsv("\n".repeat(9999))).toHaveLength(9999);
    expect(() => readCsv("\n".repeat(10_000))).toThrow("at most 9999 lines");
    expect(() => readCsv(",".repeat(200_001))).toThrow("200000 fields");
  });

  it("is what was written", () => {
    const rows = [
      ["弱口令，后台", '说 "好"'],
      ["两行\r\n的说明", ";分号;"],
      ["", "𠮷"],
      ['"', '""'],
    ];
    const columns = ["甲", "乙"].map((header) => ({ header, kind: "text" as const }));
    const read = readCsv(toCsv({ sheets: [{ name: "一", columns, rows }] }));
    expect(read).toEqual([
      ["甲", "乙"],
      ...rows.map((row) => row.map((text) => (text === "" ? null : text))),
    ]);
  });
});
