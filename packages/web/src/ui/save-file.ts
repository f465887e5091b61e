import { csvFile } from "@luyue/core/text";

/** Hands something over as a file of that name. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Hands a table of fields over as a file. */
export function saveCsv(name: string, lines: readonly (readonly string[])[]): void {
  saveFile(name, new Blob([csvFile(lines)], { type: "text/csv;charset=utf-8" }));
}
