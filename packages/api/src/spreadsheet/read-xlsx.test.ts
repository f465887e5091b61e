import { expect, describe, it } from "vitest";
import { workbookOfXml, zipOf } from "../fixture/workbook-of-xml.ts";
import { readXlsx } from "./read-xlsx.ts";
import { toXlsx } from "./to-xlsx.ts";
import { unpackWorkbook } from "./unpack-workbook.ts";

const columns = [
  { header: "名称", kind: "text" },
  { header: "日期", kind: "date" },
  { header: "数量", kind: "integer" },
] as const;

const refusalOf = (bytes: Uint8Array) =>
  readXlsx(bytes).then(
    () => "read",
    (error: unknown) => (error instanceof Error ? error.message : "nothing"),
  );

const cell = (at: string, value: string) => `<c r="${at}"><v>${value}</v></c>`;

describe("a workbook that is read", () => {
  it("has each row where it stands, blank ones too, with words, dates and numbers", async () => {
    const bytes = await toXlsx({
      sheets: [
        {
          name: "一",
          columns,
          rows: [
            ["弱口令", "2026-06-30", 7],
            [null, null, null],
            ["=1+1", null, null],
          ],
        },
        { name: "二", columns, rows: [["不读", null, null]] },
      ],
    });
    expect(await readXlsx(bytes)).toEqual([
      ["名称", "日期", "数量"],
      ["弱口令", new Date("2026-06-30T00:00:00Z"), 7],
      [null, null, null],
      ["=1+1", null, null],
    ]);
  });

  it("has rows and columns that were left out, and of a formula the value that was saved", async () => {
    const sheet = `<row r="3">${cell("B3", "1")}<c r="D3" t="str"><f>1/0</f><v>结果</v></c></row>`;
    expect(await readXlsx(workbookOfXml(sheet))).toEqual([
      [null, null, null, null],
      [null, null, null, null],
      [null, 1, null, "结果"],
    ]);
  });

  it("is refused where one far cell or row would make a table without end", async () => {
    for (const sheet of [
      `<row r="1">${cell("XFD1", "1")}</row>`,
      `<row r="1048576">${cell("A1048576", "1")}</row>`,
      `<row r='99999999999'></row>`,
      `<row r = "1"><c a=">" r="A1048576"><v>1</v></c></row>`,
      `<row r="&#49;0000"></row>`,
    ]) {
      expect([sheet, await refusalOf(workbookOfXml(sheet))]).toEqual([
        sheet,
        expect.stringContaining("too large"),
      ]);
    }
  });

  it("is refused where it would unpack to more than it may, whatever it says of its size", async () => {
    const bomb = workbookOfXml(cell("A1", "1") + " ".repeat(9 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(50_000);
    expect(await refusalOf(bomb)).toContain("too large");
    const strings = " ".repeat(5 * 1024 * 1024);
    const inParts = { "xl/sharedStrings.xml": strings, "xl/styles.xml": strings };
    expect(await refusalOf(workbookOfXml("", inParts))).toContain("too large");
    const picture = { "xl/media/image1.png": " ".repeat(20 * 1024 * 1024) };
    expect(await readXlsx(workbookOfXml(`<row r="1">${cell("A1", "1")}</row>`, picture))).toEqual([[1]]);
  });

  it.each([
    ["rows without a number", "<row/>".repeat(10_000)],
    ["more tags than any table of findings has", "<x/>".repeat(100_000)],
    ["a tag with attributes without end", `<x ${`a="" `.repeat(66)}/>`],
    ["a tag without end", `<x a="${"b".repeat(33_000)}"/>`],
    ["a text without end", `<row r="1"><c r="A1"><v>${"1".repeat(200_000)}</v></c></row>`],
    ["a number format without end", `<numFmt numFmtId="164" formatCode="${"[".repeat(1024)}"/>`],
    ["number formats without end", `<numFmt numFmtId="164" formatCode="0"/>`.repeat(501)],
    ["a table that is filled in to no end", `<row r="9999">${cell("U9999", "1")}</row>`],
    ["a far row under another prefix", `<row r="1"><c x:r="A1048576" r="A1"><v>1</v></c></row>`],
  ])("is refused before it is read, where it has %s", async (_what, sheet) => {
    const bytes = workbookOfXml(sheet);
    expect(bytes.length).toBeLessThan(10_000);
    expect(() => unpackWorkbook(bytes)).toThrow("too large");
    expect(await refusalOf(bytes)).toContain("too large");
  });

  it.each([
    ["a comment", "<!-- a row -->"],
    ["CDATA", "<![CDATA[a row]]>"],
    ["an instruction that does not end", "<?a >"],
    ["a tag in a tag", "<x <row/>"],
    ["a quote that does not end", `<x a="/>`],
  ])("is refused before it is read, where it has %s", (_what, sheet) => {
    expect(() => unpackWorkbook(workbookOfXml(sheet))).toThrow("cannot be read");
  });

  it("is refused where it has more parts than a workbook has sheets", () => {
    const sheets: Record<string, string> = {};
    for (let at = 0; at < 200; at += 1) sheets[`xl/worksheets/x${at}.xml`] = "<worksheet/>";
    expect(() => unpackWorkbook(workbookOfXml("", sheets))).toThrow("too large");
  });

  it("is read as large as 500 findings can be, with room for formats beyond them", async () => {
    const rows = Array.from({ length: 1900 }, (_, at) => {
      const filled = at < 500;
      const cells = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((column) =>
        filled && column < "H"
          ? `<c r="${column}${at + 1}" s="0" t="inlineStr"><is><t>${"隐".repeat(100)}</t></is></c>`
          : `<c r="${column}${at + 1}" s="0"/>`,
      );
      return `<row r="${at + 1}" spans="1:26" ht="15" customHeight="1">${cells.join("")}</row>`;
    });
    const styles = { "xl/styles.xml": `<styleSheet><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>` };
    const read = await readXlsx(workbookOfXml(rows.join("\n"), styles));
    expect([read.length, read[499]]).toEqual([500, Array.from({ length: 7 }, () => "隐".repeat(100))]);
  });

  it("is refused where it is none, or declares entities", async () => {
    const whole = workbookOfXml(`<row r="1">${cell("A1", "1")}</row>`);
    const entity = { "xl/sharedStrings.xml": `<!DOCTYPE sst [<!ENTITY a "b">]><sst/>` };
    const broken = Buffer.from(whole);
    broken.fill(0xff, 80, 110);
    for (const bytes of [
      Buffer.from("名称,日期"),
      whole.subarray(0, -10),
      zipOf({ "xl/workbook.xml": "<workbook/>" }),
      zipOf({ "a.txt": "a" }),
      workbookOfXml("", entity),
      workbookOfXml(`<row r="1"><c r="A1" t="s"><v>9</v></c></row>`),
      broken,
    ]) {
      expect(await refusalOf(bytes)).toContain("cannot be read");
    }
  });
});
