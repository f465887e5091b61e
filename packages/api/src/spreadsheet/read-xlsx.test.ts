import { deflateRawSync } from "node:zlib";
import { expect, describe, it } from "vitest";
import { readXlsx } from "./read-xlsx.ts";
import { toXlsx } from "./to-xlsx.ts";

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

/** A workbook with one sheet of this content, its parts deflated. */
function workbookOf(sheet: string, more: Readonly<Record<string, string>> = {}): Buffer {
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return zipOf({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  });
}

function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content);
    const path = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt16LE(path.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(1, 24); // what it says of its size is not to be believed
    central.writeUInt16LE(path.length, 28);
    central.writeUInt32LE(offset, 42);
    directory.push(central, path);
    files.push(local, path, packed);
    offset += local.length + path.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

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
    expect(await readXlsx(workbookOf(sheet))).toEqual([
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
      expect([sheet, await refusalOf(workbookOf(sheet))]).toEqual([
        sheet,
        expect.stringContaining("too large"),
      ]);
    }
  });

  it("is refused where it would unpack to more than it may, whatever it says of its size", async () => {
    const bomb = workbookOf(cell("A1", "1") + " ".repeat(9 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(50_000);
    expect(await refusalOf(bomb)).toContain("too large");
    const strings = " ".repeat(5 * 1024 * 1024);
    const inParts = { "xl/sharedStrings.xml": strings, "xl/styles.xml": strings };
    expect(await refusalOf(workbookOf("", inParts))).toContain("too large");
    const picture = { "xl/media/image1.png": " ".repeat(20 * 1024 * 1024) };
    expect(await readXlsx(workbookOf(`<row r="1">${cell("A1", "1")}</row>`, picture))).toEqual([[1]]);
  });

  it("is refused where it is none, or declares entities", async () => {
    const whole = workbookOf(`<row r="1">${cell("A1", "1")}</row>`);
    const entity = { "xl/sharedStrings.xml": `<!DOCTYPE sst [<!ENTITY a "b">]><sst/>` };
    const broken = Buffer.from(whole);
    broken.fill(0xff, 80, 110);
    for (const bytes of [
      Buffer.from("名称,日期"),
      whole.subarray(0, -10),
      zipOf({ "xl/workbook.xml": "<workbook/>" }),
      zipOf({ "a.txt": "a" }),
      workbookOf("", entity),
      workbookOf(`<row r="1"><c r="A1" t="s"><v>9</v></c></row>`),
      broken,
    ]) {
      expect(await refusalOf(bytes)).toContain("cannot be read");
    }
  });
});
