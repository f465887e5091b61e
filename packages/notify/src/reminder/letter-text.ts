import type { Letter } from "./compose-letter.ts";

/** The letter as plain text that needs no other part. */
export function writeLetterText(letter: Letter): string {
  const { colon } = letter;
  const sections = [
    [`${letter.headline}${colon}${letter.title}`, letter.request],
    letter.rows.map(({ label, value }) => `${label}${colon}${value}`),
    letter.waiting.length === 0
      ? []
      : [`${letter.waitingTitle}${colon}`.trimEnd(), ...letter.waiting.map((line) => `- ${line}`)],
    [
      ...(letter.why === undefined ? [] : [`${letter.why.title}${colon}${letter.why.text}`]),
      ...(letter.note === undefined ? [] : [letter.note]),
    ],
    [`${letter.button}${colon}`.trimEnd(), letter.link],
    ["--", letter.footer],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}
