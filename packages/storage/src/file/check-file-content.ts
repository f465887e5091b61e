import { isUtf8 } from "node:buffer";
import type { Text } from "@luyue/core/text";
import { type ContentType, isContentType } from "./content-type.ts";
import { listZipEntries } from "./list-zip-entries.ts";

export type FileContentCheck =
  | { readonly accepted: true; readonly contentType: ContentType }
  | { readonly accepted: false; readonly reason: Text };

/** Whether the bytes are what the content type says (parameters such as `charset` aside); else why not. */
export function checkFileContent(bytes: Uint8Array, contentType: string): FileContentCheck {
  const named = (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
  if (!isContentType(named)) {
    return refuse(
      "仅接受 PDF、PNG、JPEG、DOCX、XLSX、TXT、CSV 文件",
      "only pdf, png, jpeg, docx, xlsx, txt and csv files",
    );
  }
  if (bytes.length === 0) return refuse("文件为空", "the file is empty");
  const fault = faultFinders[named](bytes);
  return fault === undefined ? { accepted: true, contentType: named } : { accepted: false, reason: fault };
}

const notWhatItSays: Text = {
  zh: "文件内容与其类型不符",
  en: "the content is not of the type that it is said to be",
};
const hasMacros: Text = { zh: "不接受含宏的文档", en: "documents with macros are not accepted" };
const notUtf8: Text = { zh: "文本须为 UTF-8 编码", en: "text must be plain UTF-8" };

const faultFinders: Readonly<Record<ContentType, (bytes: Uint8Array) => Text | undefined>> = {
  "application/pdf": startsWith("25 50 44 46 2d"),
  "image/png": startsWith("89 50 4e 47 0d 0a 1a 0a"),
  "image/jpeg": startsWith("ff d8 ff"),
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": holdsPart("word/document.xml"),
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": holdsPart("xl/workbook.xml"),
  "text/plain": findTextFault,
  "text/csv": findTextFault,
};

function startsWith(hex: string) {
  const signature = Buffer.from(hex.replaceAll(" ", ""), "hex");
  return (bytes: Uint8Array): Text | undefined =>
    signature.equals(bytes.subarray(0, signature.length)) ? undefined : notWhatItSays;
}

function holdsPart(part: string) {
  return (bytes: Uint8Array): Text | undefined => {
    const entries = listZipEntries(bytes)?.map(({ name }) => name);
    if (entries === undefined || !entries.includes("[Content_Types].xml") || !entries.includes(part)) {
      return notWhatItSays;
    }
    return entries.some((name) => name.toLowerCase().endsWith("vbaproject.bin")) ? hasMacros : undefined;
  };
}

function findTextFault(bytes: Uint8Array): Text | undefined {
  return isUtf8(bytes) && !bytes.some(isControl) ? undefined : notUtf8;
}

/** Control characters other than tab, line feed, form feed and carriage return mark a binary file. */
function isControl(byte: number): boolean {
  return byte === 0x7f || (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte));
}

function refuse(zh: string, en: string): FileContentCheck {
  return { accepted: false, reason: { zh, en } };
}
