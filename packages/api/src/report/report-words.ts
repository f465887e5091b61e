import { civilDateOf, type Instant } from "@luyue/core/civil-date";
import type { Evidence } from "@luyue/core/event";

/** A day as it stands on paper: 2027年5月12日. */
export function paperDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

export function paperInstant(at: Instant): string {
  return paperDay(civilDateOf(at));
}

/** Pieces of evidence in words: numbers of documents, notes, and files by the start of their hashes. */
export function describeEvidence(evidence: readonly Evidence[]): string {
  return evidence
    .map(({ document, note, file }) =>
      [document, note, file === undefined ? undefined : `附件 ${file.slice(0, 19)}…`]
        .filter((part) => part !== undefined)
        .join("，"),
    )
    .join("；");
}
