import { inflateRawSync } from "node:zlib";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { type Cell, type Column, toXlsx } from "./index.ts";

const columns: Column[] = [
  { header: "合同名称", kind: "text", width: 40 },
  { header: "金额", kind: "money" },
  { header: "笔数", kind: "integer" },
  { header: "日期", kind: "date" },
];
const write = async (...rows: Cell[][]) =>
  toXlsx({
    sheets: [
      { name: "预算", columns, rows },
      { name: "汇总", columns: columns.slice(0, 1), rows: [] },
    ],
  });

/** The files in a ZIP archive, by its central directory. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(zip.lastIndexOf("PK\u0005\u0006") + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const isDeflated = zip.readUInt16LE(at + 10) === 8;
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    files.set(name, (isDeflated ? inflateRawSync(packed) : packed).toString("utf8"));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

const partOf = async (name: string, ...rows: Cell[][]) => unzip(await write(...rows)).get(name) ?? "";
/** A cell of the first sheet as XML, and the format and the font of its style. */
async function cellOf(address: string, ...rows: Cell[][]) {
  const files = unzip(await write(...rows));
  const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
  const styles = files.get("xl/styles.xml") ?? "";
  const xml = new RegExp(`<c r="${address}"[^>]*>.*?</c>`).exec(sheet)?.[0] ?? "";
  const formats = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1]?.match(/<xf [^>]*>/g) ?? [];
  const style = formats[Number(/ s="(\d+)"/.exec(xml)?.[1])] ?? "";
  const format = /numFmtId="(\d+)"/.exec(style)?.[1];
  const font = Number(/fontId="(\d+)"/.exec(style)?.[1]);
  const fonts = styles.match(/<font>.*?<\/font>/gs) ?? [];
  return {
    xml,
    isBold: fonts[font]?.includes("<b/>") ?? false,
    format: new RegExp(`numFmtId="${format}" formatCode="([^"]*)"`).exec(styles)?.[1],
  };
}

describe("a workbook", () => {
  it("reads back as what was written", async () => {
    const bytes = await write(
      ['安全服务 <一期> & "维护"', "1075746.00", 3, "2026-05-27"],
      ["空", null, null, null],
    );
    expect(await readXlsxFile(Buffer.from(bytes))).toEqual([
      {
        sheet: "预算",
        data: [
          ["合同名称", "金额", "笔数", "日期"],
          ['安全服务 <一期> & "维护"', 1075746, 3, new Date("2026-05-27T00:00:00Z")],
          ["空", null, null, null],
        ],
      },
      { sheet: "汇总", data: [["合同名称"]] },
    ]);
  });

  it("has amounts as numbers with thousands separators and two decimals", async () => {
    const { xml, format } = await cellOf("B2", ["", "307356.10", null, null]);
    expect(xml).toMatch(/^<c r="B2" s="\d+"><v>307356.1<\/v><\/c>$/);
    expect(format).toBe("#,##0.00");
  });

  it.each(["0.00", "0.01", "1075746.00", "4503599627370.49", "8999999999999.99", "9999999999999.99"])(
    "has %s to the fen",
    async (amount) => {
      const { xml } = await cellOf("B2", ["", amount, null, null]);
      expect(Number(/<v>(.*)<\/v>/.exec(xml)?.[1]).toFixed(2)).toBe(amount);
      expect(xml).not.toContain('t="s"');
    },
  );

  it.each(["12345678901234567.89", "99999999999999999.99", "1075746.0", "未定"])(
    "has %s, which no double is, as words",
    async (amount) => {
      const bytes = await write(["", amount, null, null]);
      expect((await readXlsxFile(Buffer.from(bytes)))[0]?.data[1]?.[1]).toBe(amount);
    },
  );

  it("has dates as whole days, whatever the machine's zone", async () => {
    expect(new Date("2026-05-27T00:00:00Z").getDate()).toBe(26);
    const { xml, format } = await cellOf("D2", ["", null, null, "2026-05-27"]);
    // 46 169 days after 1899-12-30, which is how workbooks count.
    expect(xml).toContain("<v>46169</v>");
    expect(format).toBe("yyyy-mm-dd");
  });

  it("has words where a number or a date was to stand", async () => {
    const bytes = await write(["2026", null, "未定", "未定"]);
    expect((await readXlsxFile(Buffer.from(bytes)))[0]?.data[1]).toEqual(["2026", null, "未定", "未定"]);
  });

  it("runs nothing as a formula", async () => {
    const sheet = await partOf("xl/worksheets/sheet1.xml", ["=1+1", "=1+1", "=1+1", "=1+1"]);
    expect(sheet.match(/<c r="[A-D]2"[^>]* t="s"/g)).toHaveLength(4);
    expect(sheet).not.toContain("<f>");
  });

  it("has bold headers that stay in view, and columns as wide as their kind", async () => {
    expect((await cellOf("A1")).isBold).toBe(true);
    expect((await cellOf("A2", ["一", null, null, null])).isBold).toBe(false);
    const sheet = await partOf("xl/worksheets/sheet1.xml");
    expect(sheet).toMatch(/<pane ySplit="1" xSplit="0" topLeftCell="A2"[^>]* state="frozen"/);
    const widths = [...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths).toEqual([40, 18, 10, 12]);
  });
});
