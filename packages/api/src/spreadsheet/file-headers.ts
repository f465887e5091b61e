import type { CivilDate } from "@luyue/core/civil-date";
import type { Text } from "@luyue/core/text";

export const csvType = "text/csv";
export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Of a file to keep: its name in the language of the headers (RFC 5987), and in ASCII for those who cannot read it. */
export function fileHeaders(file: {
  name: Text;
  on: CivilDate;
  language: keyof Text;
  contentType: string;
  extension: "csv" | "xlsx";
}) {
  const { name, on, language, contentType, extension } = file;
  const nameIn = (each: keyof Text) => `${name[each]}_${on}.${extension}`;
  return {
    "Content-Type": contentType,
    "Content-Disposition": `attachment; filename="${nameIn("en")}"; filename*=UTF-8''${encodeURIComponent(nameIn(language))}`,
    "Content-Language": language,
  };
}
