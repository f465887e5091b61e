const byteOrderMark = "\uFEFF";

/** What makes a spreadsheet take words for a formula, the full-width forms that East Asian editions accept among it. */
const opensFormula = /^[=+\-@\t\r\n＝＋－＠]/;
const number = /^-?\d+(?:\.\d+)?$/;

/** A field of a CSV file (RFC 4180), quoted where it has to be. Words that would run as a formula get an apostrophe before them; a figure stays one. */
export function csvField(text: string, isFigure: boolean): string {
  const isPlain = isFigure && number.test(text);
  const safe = opensFormula.test(text) && !isPlain ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A CSV file of fields as `csvField` writes them: UTF-8 with a byte order mark, without which Excel shows no Chinese. */
export function csvFile(lines: readonly (readonly string[])[]): string {
  return byteOrderMark + lines.map((fields) => `${fields.join(",")}\r\n`).join("");
}
