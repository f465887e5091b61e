const types: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  txt: "text/plain",
  csv: "text/csv",
};

/** What a file is said to be, by its name first: browsers ask the machine that they run on, which may know nothing. */
export function typeOfFile({ name, type }: Pick<File, "name" | "type">): string {
  return (
    types[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? (type === "" ? "application/octet-stream" : type)
  );
}
