import { csvFile } from "@luyue/core/text";

/** Hands a table of fields over as a file. */
export function saveCsv(name: string, lines: readonly (readonly string[])[]): void {
  const url = URL.createObjectURL(new Blob([csvFile(lines)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
