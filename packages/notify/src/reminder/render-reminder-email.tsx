import { composeLetter } from "./compose-letter.ts";
import { LetterPage } from "./letter-page.tsx";
import { writeLetterText } from "./letter-text.ts";
import type { ReminderMessage } from "@luyue/core/reminder";

export interface RenderedEmail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/**
 * One reminder as an email in the recipient's language. The subject has at most 39 characters in Chinese and 78 in English;
 * html and text say the same, each stands alone, and nothing is loaded from outside.
 */
export function renderReminderEmail(message: ReminderMessage): RenderedEmail {
  const letter = composeLetter(message);
  return {
    subject: letter.subject,
    html: `<!DOCTYPE html>\n${(<LetterPage letter={letter} />).toString()}`,
    text: writeLetterText(letter),
  };
}
