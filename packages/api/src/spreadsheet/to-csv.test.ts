import { describe, expect, it } from "vitest";
import { type Cell, type Column, toCsv } from "./index.ts";

const columns: Column[] = [
  { header: "合同名称", kind: "text" },
  { header: "金额", kind: "money" },
  { header: "笔数", kind: "integer" },
  { header: "日期", kind: "date" },
];
const write = (...rows: Cell[][]) => toCsv({ sheets: [{ name: "一", columns, rows }] });
/** The first field of the first row, as written. */
const field = (text: string) => write([text, null, null, null]).split("\r\n")[1]?.slice(0, -3);

describe("CSV", () => {
  it("opens with a byte order mark, and ends every line with CR LF", () => {
    const text = write(["安全服务", "1075746.00", 3, "2026-05-27"], ["空", null, null, null]);
    expect(text).toBe("\uFEFF合同名称,金额,笔数,日期\r\n安全服务,1075746.00,3,2026-05-27\r\n空,,,\r\n");
    expect(Buffer.from(text).toString("hex", 0, 3)).toBe("efbbbf");
  });

  it("has headers alone where there are no rows, and empty fields where a row is short", () => {
    expect(write()).toBe("\uFEFF合同名称,金额,笔数,日期\r\n");
    expect(write(["短"])).toContain("\r\n短,,,\r\n");
  });

  it.each([
    ["a,b", '"a,b"'],
    ['他说"好"', '"他说""好"""'],
    ["两\r\n行", '"两\r\n行"'],
    ["一;二", '"一;二"'],
    ["一，二", "一，二"],
  ])("quotes %j", (text, written) => {
    expect(write([text, null, null, null])).toBe(`\uFEFF合同名称,金额,笔数,日期\r\n${written},,,\r\n`);
  });

  it.each(["=1+1", "+86", "-5", "@SUM(A1)", "＝1", "＋1", "－1", "＠a"])(
    "lets %j run as no formula",
    (text) => {
      expect(field(text)).toBe(`'${text}`);
    },
  );

  it.each(["\t=1", "\r=1"])("lets %j run as no formula either", (text) => {
    expect(write([text, null, null, null])).toContain(`"'${text}",,,`);
  });

  it("quotes what it has defused", () => {
    expect(field('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`);
    expect(field("安全=可控")).toBe("安全=可控");
  });

  it("leaves amounts as they are, and takes words in their column for words", () => {
    expect(write(["", "-1.00", -2, null])).toContain("\r\n,-1.00,-2,\r\n");
    expect(write(["", "-1+1", null, null])).toContain("\r\n,'-1+1,,\r\n");
  });

  it("is the first sheet", () => {
    const sheet = (name: string) => ({ name, columns: [{ header: name, kind: "text" as const }], rows: [] });
    expect(toCsv({ sheets: [sheet("一"), sheet("二")] })).toBe("\uFEFF一\r\n");
  });
});
