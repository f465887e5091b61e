export { type Fact, FactTable } from "./fact-table.tsx";
export { paperAnswer, paperLanguage, paperQuery } from "./paper-language.ts";
export { renderPaper } from "./paper-page.tsx";
export { paperHeaders } from "./paper-style.ts";
export { describeEvidence, paperAmount, paperDay, paperInstant } from "./paper-words.ts";
export { Seals } from "./seals.tsx";
export type { WordsShape } from "./words-shape.ts";
