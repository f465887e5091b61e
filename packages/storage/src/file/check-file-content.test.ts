import { describe, expect, it } from "vitest";
import { checkFileContent } from "./check-file-content.ts";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const pdf = Buffer.from("%PDF-1.7\n%%EOF\n");
const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const jpeg = Buffer.from("ffd8ffe000104a464946", "hex");
const document = zipOf(["[Content_Types].xml", "word/document.xml"]);
const sheet = zipOf(["[Content_Types].xml", "xl/workbook.xml"]);

describe("a file that is what it says", () => {
  it.each([
    ["application/pdf", pdf],
    ["image/png", png],
    ["image/jpeg", jpeg],
    [docx, document],
    [xlsx, sheet],
    [xlsx, Buffer.concat([sheet.subarray(0, -2), Buffer.from([3, 0]), Buffer.from("abc")])],
    ["text/plain", Buffer.from("第一条\r\n\t金额", "utf8")],
    ["text/csv", Buffer.from("\ufeff编号,金额\n1,2.00\n", "utf8")],
  ])("%s is accepted", (contentType, bytes) => {
    expect(checkFileContent(bytes, contentType)).toEqual({ accepted: true, contentType });
  });

  it("may name its character set", () => {
    expect(checkFileContent(Buffer.from("a"), "Text/Plain; charset=utf-8")).toEqual({
      accepted: true,
      contentType: "text/plain",
    });
  });
});

describe("refused is", () => {
  it.each([
    ["a type that is not on the list", "text/html", Buffer.from("<p>"), "only pdf"],
    ["an empty file", "text/plain", Buffer.alloc(0), "empty"],
    ["a picture said to be a pdf", "application/pdf", png, "not of the type"],
    ["a pdf said to be text", "text/plain", Buffer.concat([pdf, Buffer.from([0, 255])]), "UTF-8"],
    ["text in GBK", "text/csv", Buffer.from("b1e0bac5", "hex"), "UTF-8"],
    ["text with a NUL", "text/plain", Buffer.from("a\0b"), "UTF-8"],
    ["a sheet said to be a document", docx, sheet, "not of the type"],
    ["a zip of anything", docx, zipOf(["a.exe"]), "not of the type"],
    ["half a zip", docx, document.subarray(0, -10), "not of the type"],
    ["a zip whose directory lies elsewhere", docx, misplaced(document), "not of the type"],
    [
      "a document with macros",
      docx,
      zipOf(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]),
      "macros",
    ],
    ["a truncated signature", "image/png", png.subarray(0, 4), "not of the type"],
  ])("%s", (_what, contentType, bytes, words) => {
    const check = checkFileContent(bytes, contentType);
    expect(check.accepted ? "accepted" : check.reason.en).toContain(words);
  });
});

/** A zip of empty entries. */
function zipOf(names: readonly string[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const name of names) {
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    entry.write(name, 46);
    locals.push(local);
    entries.push(entry);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function misplaced(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  copy.writeUInt32LE(0xffff_fff0, copy.length - 6);
  return copy;
}
